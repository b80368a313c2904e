import { beforeAll, describe, expect, it } from '@jest/globals';
import { parseCalendar, type WorkingCalendar } from '../../../domain/clock/calendar';
import { computeClock } from '../../../domain/clock/compute';
import type { Company } from '../../../cli/sample/company-shapes';
import { readCompany } from '../../../cli/sample/read-company';
import { COMPANY } from './files';

let company: Company;
beforeAll(async () => {
  company = await readCompany(COMPANY);
});

function workingCalendar(code: string): WorkingCalendar {
  const definition = company.calendars.find((calendar) => calendar.code === code)?.versions.at(-1)?.definition;
  const calendar = parseCalendar(definition, code);
  if (calendar === '24x7') throw new Error(`${code} has no hours`);
  return calendar;
}

/** When a promise of so many working hours ends, in milliseconds since the epoch. */
function dueAt(code: string, startAt: string, hours: number): number {
  const { dueAt: due } = computeClock({
    calendar: workingCalendar(code),
    startAt,
    targetSeconds: hours * 3600,
    pauses: [],
    thresholds: [],
    now: startAt,
  });
  return Date.parse(due ?? '');
}

describe('the sample calendars', () => {
  it('have the public holidays and make-up working days of 2026 as published', () => {
    const { holidays, extraWorkingDays, timeZone } = workingCalendar('cn-office');
    expect(timeZone).toBe('Asia/Shanghai');
    expect(holidays.filter((day) => day.startsWith('2026'))).toHaveLength(3 + 9 + 3 + 5 + 3 + 3 + 7);
    expect(Object.keys(extraWorkingDays).filter((day) => day.startsWith('2026')).sort()).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
  });

  it('carry a promise over the National Day week into its make-up Saturday', () => {
    // From Wednesday 30 September 17:00 one hour is left; the week off follows; Thursday the 8th and Friday the 9th take eighteen.
    expect(dueAt('cn-office', '2026-09-30T17:00:00+08:00', 20)).toBe(Date.parse('2026-10-10T10:00:00+08:00'));
  });

  it('say that the holidays of 2027 are expected, and where those of 2026 come from', () => {
    for (const code of ['cn-office', 'cn-service']) {
      const version = company.calendars.find((calendar) => calendar.code === code)?.versions[0];
      expect(version?.nameEn).toMatch(/2027 as expected/);
      expect(version?.nameZh).toMatch(/2027 年为预计/);
      expect(version?.source).toMatch(/国办发明电〔2025〕7号/);
    }
  });

  it('never make a day both a holiday and a working day', () => {
    const { holidays, extraWorkingDays } = workingCalendar('cn-office');
    expect(holidays.filter((day) => day in extraWorkingDays)).toEqual([]);
    expect(new Set(holidays).size).toBe(holidays.length);
  });

  it('let service work on Sundays from nine to five', () => {
    expect(workingCalendar('cn-service').hours.sun).toEqual([['09:00', '17:00']]);
    expect(dueAt('cn-service', '2026-11-22T16:00:00+08:00', 2)).toBe(Date.parse('2026-11-23T09:30:00+08:00'));
  });
});

