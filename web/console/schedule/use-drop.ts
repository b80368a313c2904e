import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, bodyOf } from '../api';
import { useLanguage, useName, useWords } from '../language';
import { faultText } from '../shell/faults';
import { SHELL_WORDS } from '../shell/words';
import { dryRun, give } from './commands';
import { DRAG_WORDS } from './drag-words';
import { actsOfDrop, isMoved, isReassigned, type Dragged, type Target } from './drag-target';
import { PLACE_WORDS } from './place-words';
import { localText, undoOf } from './placing';
import { focusCase, usePlacing } from './placing-context';
import { timesText } from './times';

/** Whether something may be dropped where it is held, and why not. */
export interface Verdict {
  readonly target: Target;
  readonly why: string | undefined;
  /** It was dropped there and refused: the words stay at the place. */
  readonly isFinal?: true;
}

const ASKED_AFTER_MS = 150;
/** Refusals that the form can answer: with the customer's word, or by saying that the time is meant so. */
const ANSWERABLE = ['CASE.OUTSIDE_HOURS', 'CASE.APPOINTMENT_PAST', 'OFFER.OUTSIDE_WANTED'];

/** Asks while something is held, and does what the drop means. */
export function useDrop(dragged: Dragged | undefined, target: Target | undefined, asOf: string) {
  const t = useWords(DRAG_WORDS);
  const place = useWords(PLACE_WORDS);
  const shell = useWords(SHELL_WORDS);
  const { language } = useLanguage();
  const name = useName();
  const queries = useQueryClient();
  const { open, setPlaced } = usePlacing();
  const [verdict, setVerdict] = useState<Verdict>();
  const reason = t('reason');

  useEffect(() => {
    if (!dragged || !target) return undefined;
    const acts = actsOfDrop(dragged, target, reason);
    if (acts.length === 0) return undefined;
    const stop = new AbortController();
    const timer = window.setTimeout(() => {
      dryRun(dragged.job.caseNumber, acts, language, stop.signal)
        .then(({ why }) => setVerdict({ target, why }))
        .catch((error: unknown) => {
          if (!stop.signal.aborted) setVerdict({ target, why: faultText(error, shell) });
        });
    }, ASKED_AFTER_MS);
    return () => {
      window.clearTimeout(timer);
      stop.abort();
    };
  }, [dragged, target, asOf, language, reason]);

  const drop = async (held: Dragged, at: Target): Promise<void> => {
    const { caseNumber } = held.job;
    const acts = actsOfDrop(held, at, reason);
    if (acts.length === 0) return;
    try {
      const told = await dryRun(caseNumber, acts, language);
      if (!told.isAccepted && !ANSWERABLE.includes(told.code ?? '')) {
        setVerdict({ target: at, why: told.why, isFinal: true });
        focusCase(caseNumber);
      } else if (held.kind === 'visit' && told.isAccepted && !isMoved(held, at)) {
        await reassign(held, at);
      } else {
        setVerdict(undefined);
        open({
          caseNumber,
          engineerId: at.engineer.id,
          from: localText(at.fromMs),
          to: localText(at.toMs),
          ...(isReassigned(held, at) && { reason }),
        });
      }
    } catch (error) {
      setVerdict({ target: at, why: faultText(error, shell), isFinal: true });
    }
  };

  /** Another engineer at the same time: no promise changes, and it can be taken back. */
  const reassign = async (held: Dragged, at: Target): Promise<void> => {
    const { caseNumber, version } = held.job;
    const before = await bodyOf(api.GET('/v1/cases/{number}', { params: { path: { number: caseNumber } } }));
    const acts = actsOfDrop(held, at, reason);
    await give(caseNumber, version, acts);
    setVerdict(undefined);
    setPlaced({
      caseNumber,
      text: place('placed', {
        number: caseNumber,
        engineer: name(at.engineer.names),
        span: timesText(at, language),
      }),
      undo: undoOf(before, acts, place('undoReason')),
    });
    await queries.invalidateQueries({ queryKey: ['schedule'] });
    requestAnimationFrame(() => focusCase(caseNumber));
  };
  return { verdict, drop, forget: () => setVerdict(undefined) };
}
