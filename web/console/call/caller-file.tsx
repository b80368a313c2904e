import { Link } from '@tanstack/react-router';
import { dayText, instantText } from '../../shared/instants';
import type { Schemas } from '../api';
import { TimeLeft } from '../cases/time-left';
import { useCodes } from '../codes';
import { useLanguage, useWords } from '../language';
import type { CallerFile } from './caller';
import { CALL_WORDS } from './words';

interface Shown {
  readonly file: CallerFile;
  readonly joinInto?: string;
  /** Absent where nothing is being registered. */
  readonly onAbout?: (number: string | undefined) => void;
}

/** Shows the caller, their units and our promises. The clerk reads this before the first question. */
export function FileOfCaller({ file, joinInto, onAbout }: Shown) {
  const t = useWords(CALL_WORDS);
  const { language } = useLanguage();
  const codes = useCodes();
  const { customer, units, openCases, recentCases } = file;
  return (
    <>
      <p className="caller-name">
        <Link to="/customers/$id" params={{ id: customer.id }}>
          {language === 'en' && customer.nameEn ? customer.nameEn : customer.name}
        </Link>{' '}
        <span className="quiet">{customer.number}</span>
      </p>
      {customer.address && <p className="quiet">{customer.address}</p>}
      <h3>
        {t('openCases')} <span className="chip">{openCases.length}</span>
      </h3>
      {openCases.length === 0 && <p className="quiet">{t('noCases')}</p>}
      <ul className="rows">
        {openCases.map((one) => (
          <li key={one.number}>
            <Link to="/cases/$number" params={{ number: one.number }}>
              {one.number}
            </Link>{' '}
            <span className="chip">{codes.name('caseStage', one.stage)}</span> {one.subject}
            <Promises of={one.promises} next={one.nextDeadline} />
            {onAbout && (
              <label className="check">
                <input
                  type="checkbox"
                  checked={joinInto === one.number}
                  onChange={({ target }) => onAbout(target.checked ? one.number : undefined)}
                />
                {t('about')}
              </label>
            )}
          </li>
        ))}
      </ul>
      <h3>
        {t('units')} <span className="chip">{units.length}</span>
      </h3>
      {units.length === 0 && <p className="quiet">{t('noUnits')}</p>}
      <UnitRows units={units} />
      <h3>{t('contacts')}</h3>
      <ul className="rows">
        {customer.contacts.map(({ kind, value, name }) => (
          <li key={value}>
            {name && `${name} `}
            <a href={`${kind === 'phone' ? 'tel' : 'mailto'}:${value}`}>{value}</a>
          </li>
        ))}
      </ul>
      {recentCases.length > 0 && (
        <>
          <h3>{t('recent')}</h3>
          <ul className="rows">
            {recentCases.map((one) => (
              <li key={one.number}>
                <Link to="/cases/$number" params={{ number: one.number }}>
                  {one.number}
                </Link>{' '}
                {one.subject} <span className="quiet">{one.closedAt && dayText(one.closedAt, language)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** A customer's units, each with its warranty. */
export function UnitRows({ units }: { readonly units: readonly Schemas['Unit'][] }) {
  const { language } = useLanguage();
  return (
    <ul className="rows">
      {units.map((unit) => (
        <li key={unit.id}>
          <Link to="/units/$id" params={{ id: unit.id }}>
            {unit.serial}
          </Link>{' '}
          {language === 'zh' ? unit.product.nameZh : unit.product.nameEn} <Warranty unit={unit} />
        </li>
      ))}
    </ul>
  );
}

/** The warranty of a unit today, and how long it goes on. */
export function Warranty({ unit }: { readonly unit: Schemas['Unit'] }) {
  const t = useWords(CALL_WORDS);
  const { language } = useLanguage();
  const codes = useCodes();
  const { state } = unit.warranty;
  const until = unit.entitlement.labour.until;
  return (
    <>
      <span className={`chip ${state === 'in-warranty' ? 'chip-good' : ''}`}>
        {codes.name('warrantyState', state)}
      </span>{' '}
      {state === 'in-warranty' && until && (
        <span className="quiet">{t('warrantyUntil', { day: dayText(until, language) })}</span>
      )}
    </>
  );
}

interface Promised {
  readonly of?: readonly Schemas['Clock'][] | undefined;
  readonly next?: Schemas['CaseSummary']['nextDeadline'];
}

/** Shows the promises of a case, each with the time that is left. */
export function Promises({ of, next }: Promised) {
  const t = useWords(CALL_WORDS);
  const codes = useCodes();
  const { language } = useLanguage();
  if (!of)
    return (
      next && (
        <div>
          {codes.name('clock', next.clock)} {instantText(next.at, language)} <TimeLeft at={next.at} />
        </div>
      )
    );
  return of
    .filter(({ dueAt, stoppedAt }) => dueAt !== null && stoppedAt === null)
    .map(({ name, names, dueAt, metAt }) => (
      <div key={name} className="promise">
        <span>{names[language]}</span> <span className="quiet">{dueAt && instantText(dueAt, language)}</span>{' '}
        {metAt ? <span className="chip chip-good">{t('kept')}</span> : dueAt && <TimeLeft at={dueAt} />}
      </div>
    ));
}
