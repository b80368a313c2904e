import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { dayText } from '../../shared/instants';
import { api, bodyOf } from '../api';
import { CustomerLink } from '../billing/of-a-case';
import { Warranty } from '../call/caller-file';
import { useCodes } from '../codes';
import { useLanguage, useWords } from '../language';
import { useMay } from '../session';
import { Failed, Loading } from '../shell/states';
import { CallAbout } from './call-about';
import './customers.css';
import { CUSTOMERS_WORDS } from './words';

/** A unit: its product, its owner, what the warranty gives, and its cases. */
export function UnitPage() {
  const { id } = useParams({ from: '/units/$id' });
  const t = useWords(CUSTOMERS_WORDS);
  const codes = useCodes();
  const { language } = useLanguage();
  const may = useMay();
  const found = useQuery({
    queryKey: ['units', id],
    queryFn: () => bodyOf(api.GET('/v1/units/{id}', { params: { path: { id } } })),
  });
  const cases = useQuery({
    queryKey: ['cases', 'unit', id],
    queryFn: () => bodyOf(api.GET('/v1/cases', { params: { query: { unitId: id, limit: 20 } } })),
  });
  if (found.error && !found.data) return <Failed error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  const unit = found.data;
  const { product } = unit;
  const days = [
    ['sold', unit.soldOn],
    ['delivered', unit.deliveredOn],
    ['installed', unit.installedOn],
  ] as const;
  return (
    <article>
      {may('customer.read') && (
        <p className="no-print">
          <Link to="/customers">{t('toCustomers')}</Link>
        </p>
      )}
      <h1>
        {t('unit')} {unit.serial} · {language === 'zh' ? product.nameZh : product.nameEn}
      </h1>
      <div className="file">
        <section className="card">
          <h2>{t('warranty')}</h2>
          <p>
            <Warranty unit={unit} />
          </p>
          <dl>
            {(['labour', 'parts', 'travel'] as const).map((item) => (
              <div key={item} className="contact">
                <dt>{t(item)}</dt>
                <dd>
                  {unit.entitlement[item].percent} %{' '}
                  <span className="quiet">{unit.entitlement[item].reasonName[language]}</span>
                </dd>
              </div>
            ))}
            {days.map(([name, day]) => (
              <div key={name} className="contact">
                <dt>{t(name)}</dt>
                <dd>{day ? dayText(day, language) : '–'}</dd>
              </div>
            ))}
            <dt>{t('owner')}</dt>
            <dd>
              <CustomerLink customer={unit.customer} />
            </dd>
            <dt>{t('stands')}</dt>
            <dd>{unit.address}</dd>
          </dl>
        </section>
        <section className="card">
          <h2>{t('history')}</h2>
          {cases.data?.items.length === 0 && <p className="quiet">{t('noHistory')}</p>}
          {may('request.register') && <CallAbout serial={unit.serial} customer={unit.customer} />}
          <ul className="rows">
            {cases.data?.items.map((one) => (
              <li key={one.number}>
                <Link to="/cases/$number" params={{ number: one.number }}>
                  {one.number}
                </Link>{' '}
                {one.subject} <span className="chip">{codes.name('caseStage', one.stage)}</span>{' '}
                <span className="quiet">{dayText(one.receivedAt, language)}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </article>
  );
}
