/** Hours that the list looks ahead; `0` shows only what is overdue already. */
export const WINDOWS = [0, 4, 24, 72, 168] as const;
export type Window = (typeof WINDOWS)[number];

export interface RiskFilters {
  readonly view?: 'clocks' | 'escalations';
  readonly within?: Window;
  readonly organisationId?: string;
  readonly breached?: true;
}

const DEFAULT: Window = 24;
export const windowOf = ({ within = DEFAULT }: RiskFilters): Window => within;

export function riskFilters(search: Record<string, unknown>): RiskFilters {
  const { view, within, organisationId, breached } = search;
  const known = WINDOWS.find((hours) => hours === Number(within));
  return {
    ...((view === 'clocks' || view === 'escalations') && { view }),
    ...(within !== undefined && known !== undefined && { within: known }),
    ...(typeof organisationId === 'string' && organisationId !== '' && { organisationId }),
    ...(breached === true && { breached }),
  };
}
