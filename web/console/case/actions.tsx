import { lazy, Suspense, useRef, useState } from 'react';
import { FORM_WORDS } from '../forms/words';
import { useLanguage, useWords } from '../language';
import { Loading } from '../shell/states';
import { choicesOf, filledOf } from './choices';
import { byLikelihood } from './likely';
import type { CaseDetail } from './queries';
import { CASE_WORDS } from './words';

type Outlook = CaseDetail['commands'][number];

interface Of {
  readonly detail: CaseDetail;
}

const CommandFormCard = lazy(async () => ({
  default: (await import('../forms/command-form')).CommandFormCard,
}));

/** Shown as buttons of their own; the others are one press away. */
const SHOWN = 4;

/** Commands that take nothing from what colleagues did meanwhile: they need not have seen it. */
const ADDS: readonly string[] = ['addNote', 'attach', 'sendLink'];

/** What the caller may do now, the most likely first; and of the rest, why not. */
export function Actions({ detail }: Of) {
  const t = useWords(CASE_WORDS);
  const { language } = useLanguage();
  const allowed = byLikelihood(detail);
  const refused = detail.commands.filter((command) => !command.allowed);
  const form = useWords(FORM_WORDS);
  const [open, setOpen] = useState<string>();
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const choices = choicesOf(detail, language);
  const button = ({ type, names }: Outlook, isMain: boolean) => (
    <button
      key={type}
      type="button"
      className={isMain ? 'button-main' : 'button-plain'}
      aria-expanded={open === type}
      data-command={type}
      onClick={() => {
        setSaid('');
        setOpen(type);
      }}
    >
      {names[language]}
    </button>
  );
  const close = (): void => {
    const closed = open;
    setOpen(undefined);
    document.querySelector<HTMLElement>(`[data-command="${closed ?? ''}"]`)?.focus();
  };
  return (
    <>
      <section className="card actions no-print" aria-labelledby="actions">
        <h2 id="actions" tabIndex={-1} ref={heading}>
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
        {refused.length > 0 && (
          <details>
            <summary>{t('notNow')}</summary>
            <ul className="rows">
              {refused.map(({ type, names, why }) => (
                <li key={type}>
                  <span>{names[language]}</span>
                  {why && <span className="quiet wide">{why[language]}</span>}
                </li>
              ))}
            </ul>
          </details>
        )}
        <p role="status" className="done">
          {said}
        </p>
      </section>
      {open !== undefined && (
        <Suspense fallback={<Loading />}>
          <CommandFormCard
            key={open}
            type={open}
            target={{
              process: 'case',
              number: detail.number,
              version: ADDS.includes(open) ? undefined : detail.version,
            }}
            choices={choices}
            filled={filledOf(detail, open, choices)}
            onDone={({ names }) => {
              setSaid(form('done', { name: names[language] }));
              setOpen(undefined);
              heading.current?.focus();
            }}
            onCancel={close}
          />
        </Suspense>
      )}
    </>
  );
}
