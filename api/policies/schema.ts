import { Type, type Static } from '@sinclair/typebox';
import { PRIORITIES, REQUEST_TYPES } from '../../domain/case/terms';
import { WARRANTY_STATES } from '../../domain/entitlement/terms';
import { FIELD_LATE_ENTRY_SECONDS, LATE_ENTRY_SECONDS } from '../../domain/clock/late-entry';
import { REMIND_EVERY_SECONDS } from '../../domain/approval/remind';
import { PROCESS_CLOCKS } from '../../domain/processes';
import { ROLES, SERVICE_LEVELS } from '../../domain/identity/roles';
import { Closed, Id, Instant, literals, Nullable, Text } from '../http/schema/common';
import { ENTERED, ENTERED_EXAMPLE } from '../http/schema/entered';
import { At } from '../http/schema/paging';

const YEAR_SECONDS = 366 * 86_400;
const Seconds = (minimum: number, description: string) =>
  Type.Integer({ minimum, maximum: 10 * YEAR_SECONDS, description });

/** `owner` is the current owner of the case. */
const ESCALATION_TARGETS = ['owner', ...ROLES] as const;

const TierSchema = Closed(
  {
    afterSeconds: Seconds(0, 'Plain seconds after the due instant'),
    to: literals(ESCALATION_TARGETS),
  },
  { title: 'EscalationTier' },
);

const TERMS = {
  targetSeconds: Seconds(1, 'Working seconds of the calendar'),
  calendar: Id,
  warnAt: Type.Array(Type.Number({ minimum: 0, maximum: 1 }), {
    maxItems: 10,
    description: 'Fractions of the target, ascending, each above 0 and at most 1',
  }),
  escalate: Type.Array(TierSchema, { maxItems: 10, description: 'Ascending by afterSeconds' }),
  pausable: Type.Boolean({ description: 'False: the clock runs on while the case is paused' }),
};

const LateEntries = Type.Array(
  Closed({ role: literals(ROLES), withinSeconds: Seconds(0, 'Plain seconds from when it happened') }),
  {
    maxItems: ROLES.length,
    description: `How far back a role may enter proof that a broken promise had been kept; of a role that is not named, ${LATE_ENTRY_SECONDS} seconds, engineers ${FIELD_LATE_ENTRY_SECONDS}. A supervisor may without end`,
  },
);

const example = {
  id: 'answer-2027',
  clock: 'answer' as const,
  requestType: null,
  priority: null,
  serviceLevel: null,
  warranty: null,
  effectiveFrom: '2027-01-01T00:00:00+08:00',
  effectiveTo: null,
  targetSeconds: 86_400,
  calendar: '24x7',
  warnAt: [0.75, 0.9],
  escalate: [{ afterSeconds: 1_800, to: 'owner' as const }],
  expireAfterSeconds: null,
  remindEverySeconds: null,
  pausable: false,
  lateEntry: [{ role: 'enquiry-clerk' as const, withinSeconds: 28_800 }],
};

const Facts = {
  requestType: Type.Optional(Nullable(literals(REQUEST_TYPES))),
  priority: Type.Optional(Nullable(literals(PRIORITIES))),
  serviceLevel: Type.Optional(Nullable(literals(SERVICE_LEVELS))),
  warranty: Type.Optional(Nullable(literals(WARRANTY_STATES))),
};

const Retroactive = Type.Optional(
  Type.Boolean({
    default: false,
    description: 'Meant to lie in the past: promises that run already are reckoned anew from their start',
  }),
);

/** How long a promise of a kind runs from an instant on, and who hears of it; a fact left out or null matches any (R3). */
export const NewPolicy = Closed(
  {
    id: Type.String({ ...Id, description: 'A name of its own; the same when sending it again' }),
    clock: literals(PROCESS_CLOCKS),
    ...Facts,
    effectiveFrom: Instant('Clocks started from here on'),
    effectiveTo: Type.Optional(Nullable(Instant('up to here, excluded'))),
    ...TERMS,
    expireAfterSeconds: Type.Optional(
      Nullable(Seconds(0, 'The wait lapses so long after the due instant; null: never')),
    ),
    remindEverySeconds: Type.Optional(
      Nullable(
        Seconds(
          1,
          `Of the clock approval: once in so many plain seconds whoever asked may remind by hand; null: ${REMIND_EVERY_SECONDS}`,
        ),
      ),
    ),
    lateEntry: Type.Optional(LateEntries),
    retroactive: Retroactive,
  },
  { title: 'NewPolicy', examples: [example] },
);
export type NewPolicy = Static<typeof NewPolicy>;

const Fact = Nullable(Type.String());
export const Policy = Type.Object(
  {
    id: Type.String(),
    clock: Type.String(),
    requestType: Fact,
    priority: Fact,
    serviceLevel: Fact,
    warranty: Fact,
    effectiveFrom: At,
    effectiveTo: Nullable(At),
    targetSeconds: Type.Integer(),
    calendar: Type.String(),
    warnAt: Type.Array(Type.Number()),
    escalate: Type.Array(Type.Object({ afterSeconds: Type.Number(), to: Type.String() })),
    expireAfterSeconds: Nullable(Type.Integer()),
    remindEverySeconds: Nullable(Type.Integer()),
    pausable: Type.Boolean(),
    lateEntry: Type.Array(Type.Object({ role: Type.String(), withinSeconds: Type.Integer() })),
    ...ENTERED,
  },
  { title: 'Policy' },
);
const shown = { ...example, effectiveFrom: '2026-12-31T16:00:00.000Z', ...ENTERED_EXAMPLE };
export const PolicyAnswer = { ...Policy, examples: [shown] };
export const PolicyList = Type.Object(
  { items: Type.Array(Policy) },
  { title: 'PolicyList', examples: [{ items: [shown] }] },
);

const hours = {
  timeZone: 'Asia/Shanghai',
  hours: { mon: [['08:30', '17:30']], tue: [['08:30', '17:30']] },
  holidays: ['2027-01-01'],
  extraWorkingDays: { '2027-01-03': [['08:30', '12:00']] },
};

/** Its form is judged by `parseCalendar`; the document tells of it. */
export const CalendarDefinition = Type.Unsafe<unknown>({ title: 'CalendarDefinition' });

export const NewCalendarVersion = Closed(
  {
    effectiveFrom: Instant('Clocks started from here on are reckoned by it'),
    nameEn: Text(200),
    nameZh: Text(200),
    definition: CalendarDefinition,
    retroactive: Retroactive,
  },
  {
    title: 'NewCalendarVersion',
    examples: [
      {
        effectiveFrom: '2027-01-01T00:00:00+08:00',
        nameEn: 'China service hours 2027',
        nameZh: '2027 年服务时间',
        definition: hours,
      },
    ],
  },
);
export type NewCalendarVersion = Static<typeof NewCalendarVersion>;

const Version = Type.Object(
  {
    effectiveFrom: At,
    nameEn: Type.String(),
    nameZh: Type.String(),
    definition: CalendarDefinition,
    ...ENTERED,
  },
  { title: 'CalendarVersion' },
);
const shownVersion = {
  effectiveFrom: '2026-12-31T16:00:00.000Z',
  nameEn: 'China service hours 2027',
  nameZh: '2027 年服务时间',
  definition: hours,
  ...ENTERED_EXAMPLE,
};
export const CalendarVersion = { ...Version, examples: [shownVersion] };
export const CalendarList = Type.Object(
  { items: Type.Array(Type.Object({ code: Type.String(), versions: Type.Array(Version) })) },
  { title: 'CalendarList', examples: [{ items: [{ code: 'cn-service', versions: [shownVersion] }] }] },
);
