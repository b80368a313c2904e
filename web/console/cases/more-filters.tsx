import { useState } from 'react';
import { useColleagues } from '../approvals/queries';
import { beginOf, dayOf } from '../filter-day';
import { useName, useWords } from '../language';
import { OrganisationSelect } from '../risk/organisation-select';
import type { CaseFilters } from './filters';
import { CASES_WORDS } from './words';

interface Filtering {
  readonly filters: CaseFilters;
  readonly onChange: (change: Partial<CaseFilters>) => void;
}

const TEXTS = ['phone', 'productCode', 'faultCode'] as const;
const DAYS = ['dueBefore', 'closedFrom', 'closedTo'] as const;

/** Filters that are wanted less often, in a part that opens; those in force stand as chips in any case. */
export function MoreFilters({ filters, onChange }: Filtering) {
  const t = useWords(CASES_WORDS);
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="more-filters" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('moreFilters')}</summary>
      {isOpen && (
        <div className="filters">
          <People filters={filters} onChange={onChange} />
          <OrganisationSelect
            value={filters.organisationId}
            onChange={(organisationId) => onChange({ organisationId })}
          />
          {TEXTS.map((key) => (
            <TextFilter
              key={key}
              label={t(key)}
              value={filters[key]}
              onChange={(value) => onChange({ [key]: value })}
            />
          ))}
          {DAYS.map((key) => (
            <label key={key}>
              {t(key)}{' '}
              <input
                type="date"
                value={dayOf(filters[key])}
                onChange={({ target }) => onChange({ [key]: beginOf(target.value) })}
              />
            </label>
          ))}
        </div>
      )}
    </details>
  );
}

function People({ filters, onChange }: Filtering) {
  const t = useWords(CASES_WORDS);
  const name = useName();
  const staff = useColleagues(true).data?.items ?? [];
  return (['engineerId', 'ownerStaffId'] as const).map((key) => (
    <select
      key={key}
      aria-label={t(key)}
      value={filters[key] ?? ''}
      onChange={({ target }) => onChange({ [key]: target.value || undefined })}
    >
      <option value="">{`${t(key)}: ${t('all')}`}</option>
      <option value="me">{t('me')}</option>
      {staff
        .filter(({ roles }) => key === 'ownerStaffId' || roles.includes('repair-engineer'))
        .map(({ id, names }) => (
          <option key={id} value={id}>
            {name(names)}
          </option>
        ))}
    </select>
  ));
}

interface Text {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** Filters once the field is left, or by Enter. */
function TextFilter({ label, value, onChange }: Text) {
  const [text, setText] = useState(value ?? '');
  const [shown, setShown] = useState(value);
  // The filter has changed elsewhere: its chip may have been pressed.
  if (value !== shown) {
    setShown(value);
    setText(value ?? '');
  }
  const take = () => {
    if (text.trim() !== (value ?? '')) onChange(text.trim() || undefined);
  };
  return (
    <input
      aria-label={label}
      placeholder={label}
      value={text}
      maxLength={60}
      onChange={({ target }) => setText(target.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        take();
      }}
    />
  );
}
