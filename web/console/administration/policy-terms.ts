import type { Schemas } from '../api';
import { localInstant, type TypedGroup } from '../forms/values';
import { under } from '../forms/faults';

type NewPolicy = Schemas['NewPolicy'];
type Policy = Schemas['Policy'];

const HOUR_S = 3600;
const MINUTE_S = 60;

/** A length of time as it is typed: hours, and the minutes beyond them. */
interface Length {
  readonly hours: number;
  readonly minutes?: number;
}

/** A version of a policy as its form has it. */
export interface PolicyData extends Pick<
  NewPolicy,
  'id' | 'calendar' | 'effectiveFrom' | 'effectiveTo' | 'pausable'
> {
  readonly retroactive?: boolean;
  readonly target: Length;
  readonly warnAt?: readonly number[];
  readonly escalate?: readonly (Length & { readonly to: NewPolicy['escalate'][number]['to'] })[];
  readonly expire?: Length;
  readonly remind?: Length;
  readonly lateEntry?: readonly (Length & {
    readonly role: NonNullable<NewPolicy['lateEntry']>[number]['role'];
  })[];
}

/** The cases that a policy is for. */
export type PolicyScope = Pick<NewPolicy, 'clock' | 'requestType' | 'priority' | 'serviceLevel' | 'warranty'>;

const secondsOf = ({ hours, minutes = 0 }: Length): number => Math.round(hours * HOUR_S + minutes * MINUTE_S);

const lengthOf = (seconds: number): TypedGroup => ({
  hours: String(Math.floor(seconds / HOUR_S)),
  minutes: String((seconds % HOUR_S) / MINUTE_S),
});

/** Four digits of a share are kept: binary fractions of hundredths are not exact. */
const SHARE = 10_000;
const PERCENT = 100;

export const percentOf = (share: number): number => Math.round(share * SHARE) / PERCENT;

/** A version as it is typed, so that the next one is written on it. */
export function policyText(policy: Policy): TypedGroup {
  const { targetSeconds, calendar, warnAt, escalate, expireAfterSeconds, remindEverySeconds } = policy;
  return {
    target: lengthOf(targetSeconds),
    calendar,
    warnAt: warnAt.map((share) => String(percentOf(share))),
    escalate: escalate.map(({ to, afterSeconds }) => ({ to, ...lengthOf(afterSeconds) })),
    ...(expireAfterSeconds !== null && { expire: lengthOf(expireAfterSeconds) }),
    ...(remindEverySeconds !== null && { remind: lengthOf(remindEverySeconds) }),
    pausable: policy.pausable,
    lateEntry: policy.lateEntry.map(({ role, withinSeconds }) => ({ role, ...lengthOf(withinSeconds) })),
    ...(policy.effectiveTo !== null &&
      Date.parse(policy.effectiveTo) > Date.now() && { effectiveTo: localInstant(policy.effectiveTo) }),
  };
}

/** The policy that the API judges. */
export function policyOf(scope: PolicyScope, data: PolicyData): NewPolicy {
  const { id, calendar, effectiveFrom, effectiveTo = null, pausable, retroactive = false } = data;
  return {
    ...scope,
    id,
    effectiveFrom,
    effectiveTo,
    targetSeconds: secondsOf(data.target),
    calendar,
    warnAt: (data.warnAt ?? []).map((percent) => percent / PERCENT),
    escalate: (data.escalate ?? []).map(({ to, ...after }) => ({ to, afterSeconds: secondsOf(after) })),
    expireAfterSeconds: data.expire ? secondsOf(data.expire) : null,
    remindEverySeconds: data.remind ? secondsOf(data.remind) : null,
    pausable,
    lateEntry: (data.lateEntry ?? []).map(({ role, ...within }) => ({
      role,
      withinSeconds: secondsOf(within),
    })),
    retroactive,
  };
}

const GROUPS: Readonly<Partial<Record<string, string>>> = {
  targetSeconds: 'target.hours',
  expireAfterSeconds: 'expire.hours',
  remindEverySeconds: 'remind.hours',
};

/** Field of the form that a refusal is about: `escalate.1.afterSeconds` is `escalate.1.hours`. */
export function pathOfPolicy(field: string): string {
  const [name = '', row, part] = field.replace(/^body\./, '').split('.');
  const group = GROUPS[name];
  if (group !== undefined) return group;
  if (row === undefined || name === 'warnAt') return row === undefined ? name : under(name, row);
  const isNamed = part === 'to' || part === 'role';
  return under(under(name, row), isNamed ? part : 'hours');
}

/** A code that no version has yet: `answer` is followed by `answer-2`. */
export function nextId(id: string, taken: readonly string[]): string {
  const stem = id.replace(/-\d{1,3}$/, '');
  let n = 2;
  while (taken.includes(`${stem}-${n}`)) n += 1;
  return `${stem}-${n}`;
}
