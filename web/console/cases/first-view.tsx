import type { Schemas } from '../api';
import { useWords } from '../language';
import { faultText } from '../shell/faults';
import { SHELL_WORDS } from '../shell/words';
import { VIEW_WORDS } from './view-words';
import type { Views } from './views';

interface First {
  readonly view: Schemas['SavedView'];
  readonly views: Views;
}

/** Chooses the view with which the list opens. */
export function FirstView({ view, views }: First) {
  const t = useWords(VIEW_WORDS);
  const shell = useWords(SHELL_WORDS);
  const isFirst = views.first === view;
  return (
    <>
      <button
        type="button"
        className="button-plain"
        aria-pressed={isFirst}
        onClick={() => views.setFirst(isFirst ? null : view.id)}
      >
        {isFirst ? '★' : '☆'} {t('beginHere')}
      </button>
      <span role="alert" className="fault">
        {views.error !== null && faultText(views.error, shell)}
      </span>
    </>
  );
}
