import { parseCalendar, type WorkingCalendar } from '../../../../domain/clock/calendar';
import { type ClockRecord } from '../../../../domain/clock/clocks';
import { type ClockPolicy } from '../../../../domain/clock/policy';

/** Monday to Friday, 09:00-17:00 in Shanghai, where clocks never change. */
export const officeHours = aCalendar({});

export function aCalendar(parts: Partial<Record<keyof WorkingCalendar, unknown>>): WorkingCalendar {
  const day = [['09:00', '17:00']];
  const calendar = parseCalendar({
    timeZone: 'Asia/Shanghai',
    hours: { mon: day, tue: day, wed: day, thu: day, fri: day },
    holidays: [],
    extraWorkingDays: {},
    ...parts,
  });
  if (calendar === '24x7') throw new Error('not a working calendar');
  return calendar;
}

/** Started on a Monday, 10:00 in Shanghai. */
export const aRecord = (parts: Partial<ClockRecord> = {}): ClockRecord => ({
  name: 'answer',
  startedAt: '2026-10-19T02:00:00.000Z',
  facts: {},
  pauses: [],
  fired: [],
  ...parts,
});

/** Four working hours, warned at half and at nine tenths, escalated one and two hours after. */
export const aPolicy = (parts: Partial<ClockPolicy> = {}): ClockPolicy => ({
  id: 'p1',
  clock: 'answer',
  effectiveFrom: '2026-01-01T00:00:00.000Z',
  targetSeconds: 4 * 3600,
  calendar: 'office',
  warnAt: [0.5, 0.9],
  escalate: [
    { afterSeconds: 3600, to: 'centreDirector' },
    { afterSeconds: 7200, to: 'hqServiceManager' },
  ],
  pausable: true,
  ...parts,
});

export const ms = (instant: string): number => Date.parse(instant);
