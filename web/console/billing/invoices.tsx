import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { dayText } from '../../shared/instants';
import { moneyText } from '../../shared/money';
import type { Schemas } from '../api';
import { useLanguage, useWords } from '../language';
import { Documents } from './documents';
import type { InvoiceFilters } from './filters';
import { CaseLink, CustomerLink } from './of-a-case';
import { INVOICES } from './queries';
import { BILLING_WORDS } from './words';

type Invoice = Schemas['InvoiceListItem'];

/** Invoices over all cases, each with the note that took it back. */
export function Invoices() {
  const t = useWords(BILLING_WORDS);
  const { language } = useLanguage();
  const filters = useSearch({ from: '/billing/invoices' });
  const navigate = useNavigate({ from: '/billing/invoices' });
  const { href } = useRouter().buildLocation({ to: '/billing/invoices', search: filters });
  const set = (change: Partial<InvoiceFilters>) =>
    void navigate({ search: (now: InvoiceFilters) => ({ ...now, ...change }), replace: true });
  const money = (cents: number, currency: string) => moneyText(cents, currency, language);
  return (
    <Documents
      kind={INVOICES}
      label={t('invoice')}
      file={t('invoicesFile')}
      filters={filters}
      href={href}
      statuses={(['issued', 'credited'] as const).map((code) => ({ code, name: t(code) }))}
      onChange={set}
      onClear={() => void navigate({ search: {}, replace: true })}
      note={filters.status === undefined ? t('withCredited') : undefined}
      keyOf={({ number }) => number}
      columns={(walk) => [
        { title: t('invoice'), render: ({ number }) => number },
        { title: t('case'), render: (invoice) => <CaseLink number={invoice.case.number} walk={walk} /> },
        { title: t('customer'), render: ({ customer }) => <CustomerLink customer={customer} /> },
        { title: t('issuedAt'), render: ({ issuedAt }) => dayText(issuedAt, language) },
        {
          title: t('net'),
          isFigure: true,
          render: ({ netCents, currency }) => money(netCents, currency),
        },
        {
          title: t('tax'),
          isFigure: true,
          render: ({ taxCents, taxBasisPoints, currency }) => (
            <span title={`${taxBasisPoints / 100} %`}>{money(taxCents, currency)}</span>
          ),
        },
        {
          title: t('total'),
          isFigure: true,
          render: ({ totalCents, currency }) => money(totalCents, currency),
        },
        { title: t('status'), render: (invoice) => <Status invoice={invoice} /> },
        {
          title: t('document'),
          render: (invoice) => (invoice.status === 'credited' ? null : <Paper invoice={invoice} />),
        },
      ]}
    />
  );
}

function Status({ invoice: { status, creditNote } }: { readonly invoice: Invoice }) {
  const t = useWords(BILLING_WORDS);
  const { language } = useLanguage();
  return (
    <>
      <span className={`chip ${status === 'issued' ? 'chip-good' : ''}`}>{t(status)}</span>{' '}
      {creditNote && (
        <Link
          to="/billing/credit-notes"
          search={{ q: creditNote.number }}
          title={dayText(creditNote.at, language)}
        >
          {creditNote.number}
        </Link>
      )}
    </>
  );
}

/** The paper that charges it to the customer: the service report; trips alone are charged by the report of the visit. */
function Paper({ invoice }: { readonly invoice: Invoice }) {
  const t = useWords(BILLING_WORDS);
  if (invoice.basis === 'declined-quote') return <span className="quiet">{t('tripsOnly')}</span>;
  return (
    <a
      href={`/v1/cases/${encodeURIComponent(invoice.case.number)}/service-report.pdf`}
      target="_blank"
      rel="noreferrer"
    >
      {t('report')}
    </a>
  );
}
