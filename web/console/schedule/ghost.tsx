import { useLanguage, useWords } from '../language';
import { SHELL_WORDS } from '../shell/words';
import type { Engineer } from './board';
import { along, keyOfDay, within, type Span } from './days';
import { useDragging } from './drag-context';
import { DRAG_WORDS } from './drag-words';
import { isSame } from './drag-target';
import { timesText } from './times';

interface Ghost {
  readonly engineer: Engineer;
  readonly shown: Span;
  /** The hours, where the day draws them. */
  readonly isAlong: boolean;
}

/** The place where a card would stand, and whether it may; after a refused drop, why not. */
export function Ghost({ engineer, shown, isAlong }: Ghost) {
  const t = useWords(DRAG_WORDS);
  const shell = useWords(SHELL_WORDS);
  const { language } = useLanguage();
  const { dragged, target, verdict, forget } = useDragging();
  const at = dragged ? target : verdict?.isFinal ? verdict.target : undefined;
  const part = at && at.engineer.id === engineer.id ? within(at, shown) : undefined;
  if (!at || !part) return null;
  const told = verdict && isSame(verdict.target, at) ? verdict : undefined;
  const tone = told ? (told.why === undefined ? ' sch-ghost-may' : ' sch-ghost-not') : '';
  return (
    <div className={`sch-ghost${tone}`} style={isAlong ? along(part, shown) : undefined}>
      <strong>{timesText(at, language, keyOfDay(new Date(shown.fromMs)))}</strong>
      {told && (
        <div className="sch-ghost-words" role={told.isFinal && 'alert'}>
          {told.why ?? t('may')}
          {told.isFinal && (
            <button type="button" className="button-plain" onClick={forget}>
              {shell('close')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
