import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, bodyOf } from '../api';
import { useWords } from '../language';
import { faultText } from '../shell/faults';
import { SHELL_WORDS } from '../shell/words';
import { give } from './commands';
import { PLACE_WORDS } from './place-words';
import { usePlacing, type Placed } from './placing-context';

const SHOWN_MS = 20_000;

/** Says what was done, with the way back for some seconds. It stays while it has the focus or the mouse. */
export function Notice() {
  const { placed } = usePlacing();
  return (
    <div className="sch-notice-place" role="status">
      {placed && <Done key={placed.text} placed={placed} />}
    </div>
  );
}

function Done({ placed: { caseNumber, text, undo } }: { readonly placed: Placed }) {
  const t = useWords(PLACE_WORDS);
  const shell = useWords(SHELL_WORDS);
  const queries = useQueryClient();
  const { setPlaced } = usePlacing();
  const [isHeld, setHeld] = useState(false);
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = window.setTimeout(() => setPlaced(undefined), SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [isHeld, setPlaced]);

  const takeBack = async (): Promise<void> => {
    try {
      const { version } = await bodyOf(
        api.GET('/v1/cases/{number}', { params: { path: { number: caseNumber } } }),
      );
      await give(caseNumber, version, undo);
      setPlaced({ caseNumber, text: t('undone', { number: caseNumber }), undo: [] });
    } catch (error) {
      setFault(faultText(error, shell));
    }
    await queries.invalidateQueries({ queryKey: ['schedule'] });
  };
  return (
    <div
      className="sch-notice"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{text}</span>
      {fault !== undefined && <span className="sch-refusal">{fault}</span>}
      {undo.length > 0 && (
        <button type="button" className="button-plain" onClick={() => void takeBack()}>
          {t('undo')}
        </button>
      )}
      <button type="button" className="button-plain" onClick={() => setPlaced(undefined)}>
        {shell('close')}
      </button>
    </div>
  );
}
