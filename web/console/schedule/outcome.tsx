import { instantText } from '../../shared/instants';
import { useLanguage, useName, useWords } from '../language';
import { faultText } from '../shell/faults';
import { SHELL_WORDS } from '../shell/words';
import type { Told } from './commands';
import { PLACE_WORDS } from './place-words';
import type { Act } from './placing';

interface Outcome {
  readonly acts: readonly Act[] | undefined;
  readonly told: Told | undefined;
  readonly error: Error | null;
  readonly isAsking: boolean;
}

/** Whether the plan may be carried out, with its consequences or the reason against it; said before anything is done. */
export function Outcome({ acts, told, error, isAsking }: Outcome) {
  const t = useWords(PLACE_WORDS);
  const shell = useWords(SHELL_WORDS);
  const isAsked = acts !== undefined && acts.length > 0;
  return (
    <div className={`sch-outcome${isAsking ? ' sch-is-old' : ''}`} role="status">
      {!isAsked && <p className="quiet">{t(acts ? 'unchanged' : 'incomplete')}</p>}
      {isAsked && !told && !error && <p className="quiet">{t('checking')}</p>}
      {isAsked && error && !told && <p className="sch-refusal">{faultText(error, shell)}</p>}
      {isAsked && told && !told.isAccepted && <p className="sch-refusal">{told.why}</p>}
      {isAsked && told?.isAccepted && <Consequences told={told} />}
    </div>
  );
}

function Consequences({ told: { result } }: { readonly told: Told }) {
  const t = useWords(PLACE_WORDS);
  const name = useName();
  const { language } = useLanguage();
  return (
    <>
      <p className="sch-may">{t('may')}</p>
      <ul>
        {result?.clocks.flatMap(({ after }) =>
          after && after.dueAt !== null && (after.state === 'running' || after.state === 'paused')
            ? [
                <li key={after.name}>
                  {t('promise', { what: name(after.names), at: instantText(after.dueAt, language) })}
                </li>,
              ]
            : [],
        )}
        {result?.messages.map(({ template, to, title }) => (
          <li key={`${template}-${to.kind}-${to.id}`}>
            {t('message', { to: to.name ?? t(to.kind === 'staff' ? 'staff' : 'theCustomer'), title })}
          </li>
        ))}
      </ul>
    </>
  );
}
