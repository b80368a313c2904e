import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { dayText, instantText } from '../../shared/instants';
import { moneyText } from '../../shared/money';
import type { Schemas } from '../api';
import { TimeLeft } from '../cases/time-left';
import { useCodes } from '../codes';
import { useLanguage, useWords } from '../language';
import { Documents } from './documents';
import type { QuoteFilters } from './filters';
import { CaseLink, CustomerLink } from './of-a-case';
import { QUOTES } from './queries';
import { BILLING_WORDS } from './words';

type Quote = Schemas['QuoteListItem'];

const TONES: Readonly<Partial<Record<Quote['status'], string>>> = {
  offered: 'chip-warn',
  accepted: 'chip-good',
  refused: 'chip-bad',
  lapsed: 'chip-bad',
};

/** Quotes over all cases: first of all those that wait for their customer. */
export function Quotes() {
  const t = useWords(BILLING_WORDS);
  const codes = useCodes();
  const { language } = useLanguage();
  const filters = useSearch({ from: '/billing/quotes' });
  const navigate = useNavigate({ from: '/billing/quotes' });
  const { href } = useRouter().buildLocation({ to: '/billing/quotes', search: filters });
  const set = (change: Partial<QuoteFilters>) =>
    void navigate({ search: (now: QuoteFilters) => ({ ...now, ...change }), replace: true });
  return (
    <Documents
      kind={QUOTES}
      label={t('quote')}
      file={t('quotesFile')}
      filters={filters}
      href={href}
      statuses={codes.all('quoteStatus')}
      onChange={set}
      onClear={() => void navigate({ search: {}, replace: true })}
      keyOf={({ number }) => number}
      columns={(walk) => [
        { title: t('quote'), render: ({ number }) => number },
        { title: t('case'), render: (quote) => <CaseLink number={quote.case.number} walk={walk} /> },
        { title: t('customer'), render: ({ customer }) => <CustomerLink customer={customer} /> },
        { title: t('subject'), isLong: true, render: (quote) => quote.case.subject },
        {
          title: t('status'),
          render: ({ status }) => (
            <span className={`chip ${TONES[status] ?? ''}`}>{codes.name('quoteStatus', status)}</span>
          ),
        },
        {
          title: t('total'),
          isFigure: true,
          render: ({ totalCents, currency }) => moneyText(totalCents, currency, language),
        },
        { title: t('sent'), render: ({ offeredAt }) => offeredAt && dayText(offeredAt, language) },
        {
          title: t('validUntil'),
          render: ({ status, validUntil }) => validUntil && <Validity status={status} until={validUntil} />,
        },
        { title: t('decided'), render: ({ decided }) => decided && <Decided decided={decided} /> },
      ]}
    >
      <select
        aria-label={t('order')}
        value={filters.sort ?? '-preparedAt'}
        onChange={({ target }) => set({ sort: target.value === 'validUntil' ? 'validUntil' : undefined })}
      >
        <option value="-preparedAt">{t('newest')}</option>
        <option value="validUntil">{t('firstToExpire')}</option>
      </select>
    </Documents>
  );
}

interface Valid {
  readonly status: Quote['status'];
  readonly until: string;
}

function Validity({ status, until }: Valid) {
  const { language } = useLanguage();
  return (
    <>
      {dayText(until, language)} {status === 'offered' && <TimeLeft at={until} />}
    </>
  );
}

function Decided({ decided }: { readonly decided: NonNullable<Quote['decided']> }) {
  const codes = useCodes();
  const { language } = useLanguage();
  return (
    <span title={instantText(decided.at, language)}>
      {dayText(decided.at, language)} <span className="quiet">{codes.name('consentWay', decided.how)}</span>
    </span>
  );
}
