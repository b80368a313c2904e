import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { dayText } from '../../shared/instants';
import { api, bodyOf, type Schemas } from '../api';
import { UnitRows } from '../call/caller-file';
import { TimeLeft } from '../cases/time-left';
import { useCodes } from '../codes';
import { useLanguage, useWords } from '../language';
import { useMay } from '../session';
import { Failed, Loading } from '../shell/states';
import { CustomerForm } from './customer-form';
import './customers.css';
import { CUSTOMERS_WORDS } from './words';

/** A customer's file: who they are, what they have, what is open. */
export function CustomerPage() {
  const { id } = useParams({ from: '/customers/$id' });
  const t = useWords(CUSTOMERS_WORDS);
  const { language } = useLanguage();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const found = useQuery({
    queryKey: ['cases', 'customer', id],
    queryFn: () => bodyOf(api.GET('/v1/customers/{id}', { params: { path: { id } } })),
  });
  if (found.error && !found.data) return <Failed error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  const file = found.data;
  return (
    <article>
      <h1>
        {language === 'en' && file.nameEn ? file.nameEn : file.name}{' '}
        {file.status === 'prospect' && <span className="chip chip-warn">{t('prospect')}</span>}
      </h1>
      <p className="quiet">
        {file.number} · {t('since', { day: dayText(file.createdAt, language) })}
      </p>
      {may('customer.write') && !isOpen && (
        <p>
          <button type="button" className="button-plain" onClick={() => setOpen(true)}>
            {t(file.status === 'prospect' ? 'complete' : 'correct')}
          </button>
        </p>
      )}
      {isOpen && <CustomerForm file={file} onClose={() => setOpen(false)} />}
      <div className="file">
        <OpenCases file={file} />
        <Units file={file} />
        <Data file={file} />
        {may('contract.read') && <Contracts customerId={file.id} />}
      </div>
    </article>
  );
}

interface OfFile {
  readonly file: Schemas['CustomerDetail'];
}

function Data({ file }: OfFile) {
  const t = useWords(CUSTOMERS_WORDS);
  return (
    <section className="card">
      <h2>{t('contacts')}</h2>
      <dl>
        <dt>{t('name')}</dt>
        <dd>{file.name}</dd>
        {file.nameEn && (
          <>
            <dt>{t('nameEn')}</dt>
            <dd>{file.nameEn}</dd>
          </>
        )}
        <dt>{t('address')}</dt>
        <dd>{[file.province, file.city, file.address].filter(Boolean).join(' · ') || '–'}</dd>
        <dt>{t('language')}</dt>
        <dd>{t(file.language)}</dd>
        {file.contacts.map(({ kind, value, name }) => (
          <div key={value} className="contact">
            <dt>{name ?? t(kind)}</dt>
            <dd>
              {kind === 'phone' ? (
                <Link to="/call" search={{ number: value }}>
                  {value}
                </Link>
              ) : (
                <a href={`mailto:${value}`}>{value}</a>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function OpenCases({ file }: OfFile) {
  const t = useWords(CUSTOMERS_WORDS);
  const codes = useCodes();
  return (
    <section className="card">
      <h2>{t('openCases')}</h2>
      {file.openCases.length === 0 && <p className="quiet">{t('noCases')}</p>}
      <p>
        <Link to="/cases" search={{ customerId: file.id }}>
          {t('allCases')}
        </Link>
      </p>
      <ul className="rows">
        {file.openCases.map((one) => (
          <li key={one.number}>
            <Link to="/cases/$number" params={{ number: one.number }}>
              {one.number}
            </Link>{' '}
            {one.subject} <span className="chip">{codes.name('caseStage', one.stage)}</span>{' '}
            {one.nextDeadline && <TimeLeft at={one.nextDeadline.at} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Units({ file }: OfFile) {
  const t = useWords(CUSTOMERS_WORDS);
  return (
    <section className="card">
      <h2>{t('units')}</h2>
      {file.units.length === 0 && <p className="quiet">{t('noUnits')}</p>}
      <UnitRows units={file.units} />
    </section>
  );
}

function Contracts({ customerId }: { readonly customerId: string }) {
  const t = useWords(CUSTOMERS_WORDS);
  const { language } = useLanguage();
  const contracts = useQuery({
    queryKey: ['contracts', customerId],
    queryFn: () => bodyOf(api.GET('/v1/contracts', { params: { query: { customerId } } })),
  });
  if (!contracts.data) return null;
  return (
    <section className="card">
      <h2>{t('contracts')}</h2>
      {contracts.data.items.length === 0 && <p className="quiet">{t('noContracts')}</p>}
      <ul className="rows">
        {contracts.data.items.map(({ number, validFrom, validTo, labour, parts, travel }) => (
          <li key={number}>
            <strong>{number}</strong> {dayText(validFrom, language)} – {dayText(validTo, language)}{' '}
            <span className="quiet">{t('covers', { labour, parts, travel })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
