import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { dayText } from '../../shared/instants';
import { moneyText } from '../../shared/money';
import { useLanguage, useWords } from '../language';
import { Documents } from './documents';
import type { CreditNoteFilters } from './filters';
import { CaseLink, CustomerLink } from './of-a-case';
import { CREDIT_NOTES } from './queries';
import { BILLING_WORDS } from './words';

/** Credit notes over all cases, each with the invoice that it takes back. */
export function CreditNotes() {
  const t = useWords(BILLING_WORDS);
  const { language } = useLanguage();
  const filters = useSearch({ from: '/billing/credit-notes' });
  const navigate = useNavigate({ from: '/billing/credit-notes' });
  const { href } = useRouter().buildLocation({ to: '/billing/credit-notes', search: filters });
  const money = (cents: number, currency: string) => moneyText(cents, currency, language);
  return (
    <Documents
      kind={CREDIT_NOTES}
      label={t('creditNote')}
      file={t('creditNotesFile')}
      filters={filters}
      href={href}
      onChange={(change) =>
        void navigate({ search: (now: CreditNoteFilters) => ({ ...now, ...change }), replace: true })
      }
      onClear={() => void navigate({ search: {}, replace: true })}
      keyOf={({ number }) => number}
      columns={(walk) => [
        { title: t('creditNote'), render: ({ number }) => number },
        {
          title: t('invoice'),
          render: ({ invoice: { number } }) => (
            <Link to="/billing/invoices" search={{ q: number }}>
              {number}
            </Link>
          ),
        },
        { title: t('case'), render: (note) => <CaseLink number={note.case.number} walk={walk} /> },
        { title: t('customer'), render: ({ customer }) => <CustomerLink customer={customer} /> },
        { title: t('creditedAt'), render: ({ at }) => dayText(at, language) },
        { title: t('net'), isFigure: true, render: ({ netCents, currency }) => money(netCents, currency) },
        { title: t('tax'), isFigure: true, render: ({ taxCents, currency }) => money(taxCents, currency) },
        {
          title: t('total'),
          isFigure: true,
          render: ({ totalCents, currency }) => money(totalCents, currency),
        },
      ]}
    />
  );
}
