import { isDeepStrictEqual } from 'node:util';
import { APPROVAL_CLOCK } from '../../domain/approval/approval';
import type { Bilingual } from '../../domain/bilingual';
import type { Database, Prisma } from '../../platform/database';
import type { NewPolicy } from './schema';
import { readInstant } from '../http/instants';
import { ApiError } from '../http/problems';
import { noteChange, type Change } from './changes';
import { instantFrom } from './effective';

export type PolicyRow = Prisma.ClockPolicyGetPayload<object>;

/** The added row, or the identical one that existed. */
export interface Added<T> {
  readonly row: T;
  /** Undefined where nothing has changed. */
  readonly change: Change | undefined;
}

/** Member of staff who enters a version, and when. */
export interface Author {
  readonly by: string;
  readonly now: Date;
}

/** Adds a policy. @throws {ApiError} naming the field; nothing has changed then. */
export async function addPolicy(
  database: Database,
  policy: NewPolicy,
  { now, by }: Author,
): Promise<Added<PolicyRow>> {
  const data = dataOf(policy);
  return database.$transaction(async (tx) => {
    const earlier = await tx.clockPolicy.findUnique({ where: { id: policy.id } });
    if (earlier) {
      const { recordedAt: _first, recordedBy: _author, ...held } = earlier;
      if (!isDeepStrictEqual(held, data)) throw new ApiError('POLICY.EXISTS', { what: policy.id }, 'id');
      return { row: earlier, change: undefined };
    }
    instantFrom(policy, now);
    if ((await tx.calendar.count({ where: { code: policy.calendar } })) === 0)
      throw new ApiError(
        'REQUEST.REFERENCE_UNKNOWN',
        { field: 'calendar', value: policy.calendar },
        'calendar',
      );
    const row = await tx.clockPolicy.create({ data: { ...data, recordedBy: by } });
    return { row, change: await noteChange(tx, { clock: policy.clock }, data.effectiveFrom) };
  });
}

function dataOf(policy: NewPolicy) {
  const {
    retroactive: _said,
    requestType = null,
    priority = null,
    serviceLevel = null,
    warranty = null,
  } = policy;
  const {
    id,
    clock,
    targetSeconds,
    calendar,
    warnAt,
    escalate,
    expireAfterSeconds = null,
    remindEverySeconds = null,
    pausable,
    lateEntry = [],
  } = policy;
  refuseDisorder('warnAt', warnAt, { en: 'must ascend', zh: '须从小到大' });
  refuseDisorder(
    'escalate',
    escalate.map(({ afterSeconds }) => afterSeconds),
    { en: 'must be later than the one before', zh: '须晚于上一级' },
  );
  // No promise runs unnoticed: a role is warned before the breach or notified after it; a wait that lapses
  // goes on by itself.
  if (warnAt.length === 0 && escalate.length === 0 && expireAfterSeconds === null)
    throw invalid('escalate', {
      en: 'no role would be notified; give warnAt, escalate or both',
      zh: '没有人会收到通知；请填写预警点或超时升级（warnAt、escalate）',
    });
  if (remindEverySeconds !== null && clock !== APPROVAL_CLOCK)
    throw invalid('remindEverySeconds', {
      en: 'only an approval can be reminded of by hand',
      zh: '仅审批可人工催办',
    });
  const twice = lateEntry.findIndex(({ role }, n) => lateEntry.findIndex((one) => one.role === role) < n);
  if (twice > 0) throw invalid(`lateEntry.${twice}.role`, { en: 'is a duplicate', zh: '重复' });
  if (warnAt[0] === 0) throw invalid('warnAt.0', { en: 'must be greater than 0', zh: '须大于 0' });
  const effectiveFrom = new Date(readInstant(policy.effectiveFrom, 'effectiveFrom'));
  const effectiveTo =
    policy.effectiveTo == null ? null : new Date(readInstant(policy.effectiveTo, 'effectiveTo'));
  if (effectiveTo !== null && effectiveTo <= effectiveFrom)
    throw invalid('effectiveTo', { en: 'must be after effectiveFrom', zh: '须晚于 effectiveFrom' });
  return {
    id,
    clock,
    requestType,
    priority,
    serviceLevel,
    warranty,
    effectiveFrom,
    effectiveTo,
    targetSeconds,
    calendar,
    warnAt,
    escalate: escalate.map(({ afterSeconds, to }) => ({ afterSeconds, to })),
    expireAfterSeconds,
    remindEverySeconds,
    pausable,
    lateEntry: lateEntry.map(({ role, withinSeconds }) => ({ role, withinSeconds })),
  };
}

function refuseDisorder(field: string, values: readonly number[], reason: Bilingual): void {
  const index = values.findIndex((value, n) => n > 0 && value <= (values[n - 1] ?? value));
  if (index > 0) throw invalid(`${field}.${index}`, reason);
}

const invalid = (field: string, { en, zh }: Bilingual): ApiError =>
  new ApiError('POLICY.INVALID', { field, reason: { en, zh } }, field);
