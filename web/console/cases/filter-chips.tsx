import { dayText, instantText } from '../../shared/instants';
import type { Language } from '../../shared/language';
import { useColleagues } from '../approvals/queries';
import { useCodes } from '../codes';
import { useLanguage, useName, useWords } from '../language';
import { useOrganisations } from '../organisations';
import { CHOICES, type CaseFilters } from './filters';
import { CASES_WORDS } from './words';

interface Filtering {
  readonly filters: CaseFilters;
  readonly onRemove: (key: keyof CaseFilters) => void;
}

/** Every filter in force, each to be taken away by a press: none works unseen. */
export function FilterChips({ filters, onRemove }: Filtering) {
  const t = useWords(CASES_WORDS);
  const labelOf = useLabels();
  const keys = (Object.keys(filters) as (keyof CaseFilters)[]).filter(
    (key) => filters[key] !== undefined && key !== 'sort' && key !== 'direction',
  );
  return (
    <ul className="filter-chips" aria-label={t('filtersInForce')}>
      {keys.map((key) => {
        const label = labelOf(key, filters);
        return (
          <li key={key}>
            <button
              type="button"
              className="chip"
              aria-label={t('remove', { filter: label })}
              onClick={() => onRemove(key)}
            >
              {label} <span aria-hidden="true">×</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function useLabels(): (key: keyof CaseFilters, filters: CaseFilters) => string {
  const t = useWords(CASES_WORDS);
  const codes = useCodes();
  const name = useName();
  const { language } = useLanguage();
  const staff = useColleagues(true).data?.items ?? [];
  const organisations = useOrganisations().data?.items ?? [];
  const named = (
    items: readonly { readonly id: string; readonly names: Parameters<typeof name>[0] }[],
    id: string,
  ) => {
    const found = items.find((one) => one.id === id);
    return found ? name(found.names) : id;
  };
  return (key, filters) => {
    const choice = CHOICES.find((one) => one.key === key);
    if (choice) {
      const values = (filters[choice.key] ?? []).map((code) => codes.name(choice.list, code));
      return `${t(choice.word)}: ${values.join(language === 'zh' ? '、' : ', ')}`;
    }
    const value = String(filters[key]);
    switch (key) {
      case 'open':
        return t(filters.open ? 'onlyOpen' : 'closedOnly');
      case 'mine':
        return t(filters.mine ? 'mine' : 'notMine');
      case 'breached':
        return t(filters.breached ? 'onlyBreached' : 'notBreached');
      case 'engineerId':
      case 'ownerStaffId':
        return `${t(key)}: ${value === 'me' ? t('me') : named(staff, value)}`;
      case 'organisationId':
        return `${t(key)}: ${named(organisations, value)}`;
      case 'paused':
        return t(filters.paused ? 'paused' : 'notPaused');
      case 'dueFrom':
      case 'dueBefore':
      case 'closedFrom':
      case 'closedTo':
        return `${t(key)}: ${timeText(value, language)}`;
      case 'q':
      case 'customerId':
      case 'unitId':
      case 'productCode':
      case 'faultCode':
      case 'phone':
        return `${t(key)}: ${value}`;
      default:
        return value;
    }
  };
}

/** A day where the time is the reader's midnight, as the fields of the filters give it. */
function timeText(value: string, language: Language): string {
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) return value;
  const isMidnight = at.getHours() === 0 && at.getMinutes() === 0;
  return isMidnight ? dayText(value, language) : instantText(value, language);
}
