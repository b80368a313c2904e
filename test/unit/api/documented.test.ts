import { describe, expect, it } from '@jest/globals';
import { FormatRegistry, Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { CalendarDefinitionDocumented } from '../../../api/policies/calendar-definition-schema';
import { FollowUpParams, TASK_PARAMS } from '../../../api/tasks/params-schema';
import { serviceCase } from '../../../domain/case/decider';
import { parseCalendar } from '../../../domain/clock/calendar';
import { CASE_AT, REACHED_STAGES } from '../domain/support/stages';

const schemaOf = (kind: string, key: string) => {
  if (key.startsWith('follow-up:')) return FollowUpParams;
  const known = Object.entries(TASK_PARAMS).find(([name]) => name === kind);
  return known?.[1] ?? Type.Object({}, { additionalProperties: false });
};

describe('The OpenAPI document, where it says more than the schemas of the routes', () => {
  it.each(REACHED_STAGES)('tells the parameters of each task of a case that is %s', (stage) => {
    const tasks = serviceCase.tasks(CASE_AT[stage]().state);
    const wrong = tasks.filter(({ kind, key, params }) => !Value.Check(schemaOf(kind, key), params));
    expect(wrong).toEqual([]);
  });

  it.each([
    ['around the clock', '24x7'],
    [
      'with a holiday and an extra working day',
      {
        timeZone: 'Asia/Shanghai',
        hours: { mon: [['08:30', '12:00']] },
        holidays: ['2027-01-01'],
        extraWorkingDays: { '2027-01-03': [['08:30', '24:00']] },
      },
    ],
  ])('tells a calendar %s as it is read', (_, definition) => {
    FormatRegistry.Set('date', (text) => /^\d{4}-\d{2}-\d{2}$/.test(text));
    expect(Value.Check(CalendarDefinitionDocumented, parseCalendar(definition))).toBe(true);
  });

  it.each([['day and night'], [{ timeZone: 'Asia/Shanghai', hours: { mon: [['8:30', '12:00']] } }]])(
    'does not tell a calendar that is refused: %j',
    (definition) => {
      expect(() => parseCalendar(definition)).toThrow();
      expect(Value.Check(CalendarDefinitionDocumented, definition)).toBe(false);
    },
  );
});
