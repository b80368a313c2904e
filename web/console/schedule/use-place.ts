import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLanguage, useName, useWords } from '../language';
import { faultText } from '../shell/faults';
import { SHELL_WORDS } from '../shell/words';
import { give } from './commands';
import { PLACE_WORDS } from './place-words';
import { undoOf, type Act, type Candidate, type CaseDetail, type Plan } from './placing';
import { focusCase, usePlacing } from './placing-context';
import { timesText } from './times';

/** Carries a plan out: then the form closes, and says what was done. A refusal leaves the form as it is. */
export function usePlace(detail: CaseDetail, plan: Plan, candidates: readonly Candidate[]) {
  const t = useWords(PLACE_WORDS);
  const shell = useWords(SHELL_WORDS);
  const { language } = useLanguage();
  const name = useName();
  const queries = useQueryClient();
  const { close, setPlaced } = usePlacing();
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();

  const engineer = candidates.find(({ engineer: { id } }) => id === plan.engineerId)?.engineer;
  const place = async (acts: readonly Act[]): Promise<void> => {
    setBusy(true);
    setFault(undefined);
    try {
      await give(detail.number, detail.version, acts);
      setPlaced({
        caseNumber: detail.number,
        text: t('placed', {
          number: detail.number,
          engineer: engineer ? name(engineer.names) : '',
          span: timesText({ fromMs: Date.parse(plan.from), toMs: Date.parse(plan.to) }, language),
        }),
        undo: undoOf(detail, acts, t('undoReason')),
      });
      close();
      await queries.invalidateQueries({ queryKey: ['schedule'] });
      requestAnimationFrame(() => focusCase(detail.number));
    } catch (error) {
      setFault(faultText(error, shell));
    } finally {
      setBusy(false);
      await queries.invalidateQueries({ queryKey: ['case', detail.number] });
    }
  };
  return { place, isBusy, fault };
}
