/** Length of the period up to now, in days. */
export const PERIODS = [7, 30, 90, 365] as const;
export type Period = (typeof PERIODS)[number];
export const PROMISE_STANDINGS = ['breached', 'kept', 'kept-entered-late', 'open'] as const;
export const REPAIR_STANDINGS = ['no', 'yes', 'provisional'] as const;
type PromiseStanding = (typeof PROMISE_STANDINGS)[number];
type RepairStanding = (typeof REPAIR_STANDINGS)[number];

export interface FigureFilters {
  readonly days?: Period;
  readonly organisationId?: string;
  /** The figure whose cases are shown: the key of a promise … */
  readonly promise?: string;
  /** … or of a measure of repairs. */
  readonly quality?: 'first-time-fix' | 'repeat-repair';
  readonly standing?: PromiseStanding | RepairStanding;
}

const DEFAULT: Period = 30;
export const periodOf = ({ days = DEFAULT }: FigureFilters): Period => days;

export function figureFilters(search: Record<string, unknown>): FigureFilters {
  const { days, organisationId, promise, quality, standing } = search;
  const period = PERIODS.find((one) => one === Number(days));
  const known = [...PROMISE_STANDINGS, ...REPAIR_STANDINGS].find((one) => one === standing);
  return {
    ...(period !== undefined && { days: period }),
    ...(typeof organisationId === 'string' && organisationId !== '' && { organisationId }),
    ...(typeof promise === 'string' && promise !== '' && { promise }),
    ...((quality === 'first-time-fix' || quality === 'repeat-repair') && { quality }),
    ...(known !== undefined && { standing: known }),
  };
}
