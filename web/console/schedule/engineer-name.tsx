import { useName, useWords } from '../language';
import type { Engineer } from './board';
import { useDragging } from './drag-context';
import { SCHEDULE_WORDS } from './words';

/** The head of an engineer's row. */
export function EngineerName({ engineer }: { readonly engineer: Engineer }) {
  const inLanguage = useName();
  const { organisation, phone } = engineer;
  const name = inLanguage(engineer.names);
  const place = inLanguage(organisation.names);
  const unit = useDragging().dragged?.job.unit;
  const isUnskilled = unit ? !engineer.skills.includes(unit.family) : false;
  const t = useWords(SCHEDULE_WORDS);
  return (
    <div className="sch-engineer">
      <h3 title={name}>{name}</h3>
      {isUnskilled && unit ? (
        <p className="sch-unskilled">{t('unskilled', { product: unit.productCode })}</p>
      ) : (
        <p className="quiet" title={place}>
          {place}
        </p>
      )}
      <p>
        <a href={`tel:${phone}`} aria-label={t('call', { name, phone })}>
          {phone}
        </a>
      </p>
    </div>
  );
}
