/** The part of the schedule that is shown, as it stands in the address: a link to it leads to the same. */
export interface ScheduleFilters {
  /** The reader's day, as `2026-11-29`; today where it is left out. */
  readonly day?: string;
  readonly view?: 'week';
  readonly organisation?: string;
  /** Part of an engineer's name. */
  readonly engineer?: string;
  /** All 24 hours of a day, and not only those in which there is work. */
  readonly night?: true;
  /** A job whose form opens at once: where a list of cases leads to. */
  readonly place?: string;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** Reads the filters of an address that anybody may have typed. */
export function scheduleFilters(search: Record<string, unknown>): ScheduleFilters {
  const day = text(search['day']);
  const organisation = text(search['organisation']);
  const engineer = text(search['engineer']);
  const place = text(search['place']);
  return {
    ...(day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && { day }),
    ...(search['view'] === 'week' && { view: 'week' }),
    ...(organisation !== undefined && { organisation }),
    ...(engineer !== undefined && { engineer }),
    ...(search['night'] === true && { night: true }),
    ...(place !== undefined && { place }),
  };
}
