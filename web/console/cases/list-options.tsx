import { useWords } from '../language';
import { useListPreference } from './list-preference';
import { faultText } from '../shell/faults';
import { SHELL_WORDS } from '../shell/words';
import { CASES_WORDS } from './words';

/** Columns in their order; the number is always there. */
export const COLUMNS = [
  'subject',
  'customer',
  'stage',
  'type',
  'priority',
  'warranty',
  'owner',
  'engineer',
  'unit',
  'channel',
  'due',
  'received',
  'changedAt',
] as const;
export type Column = (typeof COLUMNS)[number];
const USUAL: readonly Column[] = COLUMNS.filter(
  (column) => !['owner', 'unit', 'channel', 'changedAt'].includes(column),
);
const DENSITIES = ['middle', 'small'] as const;
type Density = (typeof DENSITIES)[number];

/** The columns that the reader has chosen, and how close together the rows stand. */
export function useListOptions() {
  const columns = useListPreference('cases.columns');
  const density = useListPreference('cases.density');
  const chosen: unknown = columns.value;
  return {
    columns: Array.isArray(chosen) ? COLUMNS.filter((column) => chosen.includes(column)) : USUAL,
    density: DENSITIES.find((one) => one === density.value) ?? 'middle',
    setColumns: (next: readonly Column[] | null) => columns.set(next),
    setDensity: (next: Density) => density.set(next),
    error: columns.error ?? density.error,
  };
}

const PANEL = 'list-options';

interface Options {
  readonly options: ReturnType<typeof useListOptions>;
}

/** Chooses columns and density. */
export function ListOptions({ options }: Options) {
  const t = useWords(CASES_WORDS);
  const shell = useWords(SHELL_WORDS);
  const { columns, density, error } = options;
  return (
    <>
      <button type="button" className="button-plain wide-only" popoverTarget={PANEL}>
        {t('listOptions')}
      </button>
      <div id={PANEL} popover="auto" className="list-options" role="region" aria-label={t('listOptions')}>
        <fieldset>
          <legend>{t('columns')}</legend>
          {COLUMNS.map((column) => (
            <label key={column} className="check">
              <input
                type="checkbox"
                checked={columns.includes(column)}
                onChange={({ target }) =>
                  options.setColumns(
                    COLUMNS.filter((one) => (one === column ? target.checked : columns.includes(one))),
                  )
                }
              />
              {t(column)}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{t('density')}</legend>
          {DENSITIES.map((one) => (
            <label key={one} className="check">
              <input
                type="radio"
                name="density"
                checked={density === one}
                onChange={() => options.setDensity(one)}
              />
              {t(one)}
            </label>
          ))}
        </fieldset>
        <button type="button" className="button-plain" onClick={() => options.setColumns(null)}>
          {t('usualColumns')}
        </button>
        <span role="alert" className="fault">
          {error !== null && error !== undefined && faultText(error, shell)}
        </span>
      </div>
    </>
  );
}
