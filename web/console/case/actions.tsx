import { NotNow } from '../forms/not-now';
import { useLanguage, useWords } from '../language';
import { byLikelihood } from './likely';
import type { CaseDetail } from './queries';
import { CASE_WORDS } from './words';

type Outlook = CaseDetail['commands'][number];

interface Of {
  readonly detail: CaseDetail;
  /** The command whose form is open. */
  readonly opened: string | undefined;
  readonly onOpen: (type: string) => void;
  /** The last action, or the reason why it was refused. */
  readonly said: string;
}

/** Shown as buttons of their own; the others are one press away. */
const SHOWN = 4;

/** The commands that the caller may give now, the most likely first; and of the rest, why not. */
export function Actions({ detail, opened, onOpen, said }: Of) {
  const t = useWords(CASE_WORDS);
  const { language } = useLanguage();
  const allowed = byLikelihood(detail);
  const button = ({ type, names }: Outlook, isMain: boolean) => (
    <button
      key={type}
      type="button"
      className={isMain ? 'button-main' : 'button-plain'}
      aria-expanded={opened === type}
      data-command={type}
      onClick={() => onOpen(type)}
    >
      {names[language]}
    </button>
  );
  return (
    <section className="card actions no-print" aria-labelledby="actions">
      <h2 id="actions" tabIndex={-1}>
        {t('actions')}
      </h2>
      {allowed.length === 0 && <p className="quiet">{t('noActions')}</p>}
      <div className="buttons">{allowed.slice(0, SHOWN).map((command, n) => button(command, n === 0))}</div>
      {allowed.length > SHOWN && (
        <details>
          <summary>{t('moreActions')}</summary>
          <div className="buttons">{allowed.slice(SHOWN).map((command) => button(command, false))}</div>
        </details>
      )}
      <NotNow commands={detail.commands} />
      <p role="status" className="done">
        {said}
      </p>
    </section>
  );
}
