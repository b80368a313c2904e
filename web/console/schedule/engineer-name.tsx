import { useWords } from '../language';
import type { Engineer } from './board';
import { SCHEDULE_WORDS } from './words';

/** The head of an engineer's row. */
export function EngineerName({ engineer: { name, organisation, phone } }: { readonly engineer: Engineer }) {
  const t = useWords(SCHEDULE_WORDS);
  return (
    <div className="engineer">
      <h3 title={name}>{name}</h3>
      <p className="quiet" title={organisation.name}>
        {organisation.name}
      </p>
      <p>
        <a href={`tel:${phone}`} aria-label={t('call', { name, phone })}>
          {phone}
        </a>
      </p>
    </div>
  );
}
