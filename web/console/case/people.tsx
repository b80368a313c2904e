import { Link } from '@tanstack/react-router';
import { instantText } from '../../shared/instants';
import { CustomerLink } from '../billing/of-a-case';
import { useCodes } from '../codes';
import { useLanguage, useWords } from '../language';
import { useMay } from '../session';
import { CaseLink } from './header';
import type { CaseDetail } from './queries';
import { CASE_WORDS } from './words';

/** The customer, the unit and who has the case. */
export function People({ detail }: { readonly detail: CaseDetail }) {
  const t = useWords(CASE_WORDS);
  const codes = useCodes();
  const { language } = useLanguage();
  const may = useMay();
  const { customer, sender, unit, owner, dispatch, openCases } = detail;
  const covered = detail.entitlement?.inForce;
  return (
    <section className="card" aria-labelledby="people">
      <h2 id="people">{t('customer')}</h2>
      <p className="lead">
        {customer ? <CustomerLink customer={customer} /> : t('noCustomer')}{' '}
        {customer?.status === 'prospect' && <span className="chip">{t('prospect')}</span>}
      </p>
      <dl className="facts">
        <dt>{t('sender')}</dt>
        <dd>
          {sender.name} · {codes.name('senderKind', sender.kind)}
          {sender.phone !== null && (
            <a href={`tel:${sender.phone}`} className="phone" aria-label={t('call', { phone: sender.phone })}>
              {sender.phone}
              {sender.extension !== null && ` ${t('extension', { extension: sender.extension })}`}
            </a>
          )}
          {sender.email !== null && <a href={`mailto:${sender.email}`}>{sender.email}</a>}
          {sender.address !== null && <span className="quiet">{sender.address}</span>}
        </dd>
        <dt>{t('received')}</dt>
        <dd>
          {instantText(detail.receivedAt, language)} · {codes.name('channel', detail.channel)}
        </dd>
        <dt>{t('unit')}</dt>
        <dd>
          {unit ? (
            <>
              <span>
                {unit.productName[language]} ·{' '}
                {may('unit.read') ? (
                  <Link to="/units/$id" params={{ id: unit.id }}>
                    {unit.serial}
                  </Link>
                ) : (
                  unit.serial
                )}
              </span>
              <span className={`chip ${unit.warranty === 'in-warranty' ? 'chip-good' : ''}`}>
                {codes.name('warrantyState', unit.warranty)}
              </span>
            </>
          ) : (
            t('noUnit')
          )}
          {!unit && detail.serial && <span>{t('serialGiven', { serial: detail.serial.given })}</span>}
          {covered && <span className="quiet">{t('covered', { ...covered })}</span>}
        </dd>
        <dt>{t('owner')}</dt>
        <dd>
          {owner ? (owner.staff?.name ?? codes.name('role', owner.role)) : '–'}
          {owner?.staff && <span className="quiet">{codes.name('role', owner.role)}</span>}
        </dd>
        {dispatch && (
          <>
            <dt>{t('appointment')}</dt>
            <dd>
              {instantText(dispatch.appointment.from, language)} –{' '}
              {instantText(dispatch.appointment.to, language)}
              <span className="quiet">{dispatch.engineer.name}</span>
            </dd>
          </>
        )}
        {openCases.length > 0 && (
          <>
            <dt>{t('otherCases')}</dt>
            <dd>
              {openCases.map((number) => (
                <CaseLink key={number} number={number} />
              ))}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
