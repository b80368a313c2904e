import { Type } from '@sinclair/typebox';
import { WEEKDAYS } from '../../domain/clock/calendar';
import { Closed } from '../http/schema/common';

const TIME = '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$';
const Spans = Type.Array(
  Type.Array(Type.String({ pattern: TIME, examples: ['08:30'] }), { minItems: 2, maxItems: 2 }),
  { description: 'From and to in local time; spans do not overlap' },
);
const LocalDay = Type.String({ format: 'date' });

/**
 * As the OpenAPI document tells of a calendar. `parseCalendar` judges what is sent: it tells what is wrong in words, and knows time zones
 * and overlaps, which a schema does not.
 */
export const CalendarDefinitionDocumented = Type.Union(
  [
    Type.Literal('24x7'),
    Closed({
      timeZone: Type.String({ description: 'IANA name', examples: ['Asia/Shanghai'] }),
      hours: Closed(Object.fromEntries(WEEKDAYS.map((day) => [day, Type.Optional(Spans)]))),
      holidays: Type.Optional(Type.Array(LocalDay, { description: 'Local dates without work' })),
      extraWorkingDays: Type.Optional(
        Type.Record(Type.String(), Spans, {
          description: 'Spans by local date; they win over the weekday and over a holiday (调休)',
        }),
      ),
    }),
  ],
  { description: 'Around the clock, or working hours by weekday in a time zone' },
);
