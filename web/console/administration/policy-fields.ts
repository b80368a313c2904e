import type { Schemas } from '../api';
import type { CodeList } from '../codes';
import type { FormSchema } from '../forms/schema';
import { choice, EFFECTIVE_FROM, field, group, RETROACTIVE } from './fields';
import { ADMINISTRATION_WORDS as W } from './words';

const NUMBER = { type: 'number', minimum: 0 } as const;
const HOURS = field('number', W.hoursOf, NUMBER);
const MINUTES = field('number', W.minutesOf, { ...NUMBER, maximum: 59.99 });

const length = (label: { readonly en: string; readonly zh: string }, help?: typeof label): FormSchema => ({
  ...group({ hours: HOURS, minutes: MINUTES }, ['hours']),
  'x-form': { kind: 'group', label, ...(help && { help }) },
});

const MOST_ROWS = 10;

interface Known {
  readonly all: (list: CodeList) => readonly { readonly code: string }[];
  readonly roles: Schemas['CodeLists']['role'];
  readonly calendars: Schemas['CalendarList']['items'];
}

const rows = (
  label: { readonly en: string; readonly zh: string },
  help: typeof label,
  items: FormSchema,
): FormSchema => ({
  'x-form': { kind: 'list', label, help },
  type: 'array',
  maxItems: MOST_ROWS,
  items,
});

/** The fields of a version: all that the API's schema has but the cases that it is for. */
export function policyFields({ all, calendars }: Omit<Known, 'roles'>, isApproval: boolean) {
  const roles = all('role').map(({ code }) => code);
  const recipient: FormSchema = {
    'x-form': { kind: 'choice', label: W.notified, codes: 'role', options: { owner: W.owner } },
    type: 'string',
    enum: ['owner', ...roles],
  };
  return {
    id: field('line', W.code, { maxLength: 64, help: W.codeHelp }),
    effectiveFrom: EFFECTIVE_FROM,
    calendar: field('choice', W.calendar, {
      enum: calendars.map(({ code }) => code),
      options: Object.fromEntries(
        calendars.flatMap(({ code, versions: [latest] }) =>
          latest ? [[code, { en: latest.nameEn, zh: latest.nameZh }]] : [],
        ),
      ),
    }),
    pausable: field('yes/no', W.pauses, { type: 'boolean' }),
    target: length(W.target, W.targetHelp),
    warnAt: rows(
      W.warnings,
      W.warnHelp,
      field('number', W.percent, { type: 'number', minimum: 0, maximum: 100 }),
    ),
    escalate: rows(
      W.escalates,
      W.escalateHelp,
      group({ to: recipient, hours: HOURS, minutes: MINUTES }, ['to', 'hours']),
    ),
    lateEntry: rows(
      W.late,
      W.lateHelp,
      group({ role: choice(W.role, 'role', roles), hours: HOURS, minutes: MINUTES }, ['role', 'hours']),
    ),
    expire: length(W.expires, W.expireHelp),
    ...(isApproval && { remind: length(W.reminds, W.remindHelp) }),
    effectiveTo: field('instant', W.until, { format: 'date-time', help: W.untilHelp }),
    retroactive: RETROACTIVE,
  } satisfies Readonly<Record<string, FormSchema>>;
}

export const POLICY_REQUIRED = ['id', 'effectiveFrom', 'calendar', 'pausable', 'target'];

const LEVELS = ['A', 'B', 'C'] as const satisfies readonly NonNullable<
  Schemas['NewPolicy']['serviceLevel']
>[];

/** The cases that a new policy is for. */
export function scopeFields(all: Known['all']): Readonly<Record<string, FormSchema>> {
  const of = (list: CodeList) => all(list).map(({ code }) => code);
  return {
    clock: choice(W.clock, 'clock', of('clock')),
    requestType: choice(W.requestType, 'requestType', of('requestType'), W.anyHelp),
    priority: choice(W.priority, 'priority', of('priority'), W.anyHelp),
    serviceLevel: field('choice', W.serviceLevel, { enum: LEVELS, help: W.anyHelp }),
    warranty: choice(W.warranty, 'warrantyState', of('warrantyState'), W.anyHelp),
  };
}
