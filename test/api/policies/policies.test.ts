import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem, Reader } from '../../support/reading';
import { ANSWER, CLASSIFY, done, registered } from '../../support/requests';
import { eventually, newKey, startSystem, type TestSystem } from '../../support/system';

const HOUR_S = 3_600;
const HOUR_MS = 3_600_000;
const LONG_AGO = '2026-02-01T00:00:00Z';

const aPolicy = (changes: object = {}) => ({
  id: newKey(),
  clock: 'answer',
  effectiveFrom: '2027-01-01T00:00:00+08:00',
  targetSeconds: 22 * HOUR_S,
  calendar: '24x7',
  warnAt: [0.5, 0.9],
  escalate: [{ afterSeconds: 1_800, to: 'centre-director' }],
  pausable: false,
  ...changes,
});

describe('decision 5: a change of policy or calendar reckons running promises from their start', () => {
  let system: TestSystem;
  let clerk: Reader;
  let manager: Reader;

  beforeAll(async () => {
    system = await startSystem();
    clerk = await system.as('lu.xinran');
    manager = await system.as('zhou.huaijin');
  });
  afterAll(() => system.close());

  const post = <T = Problem>(by: Reader, body: object, url = '/v1/policies') =>
    by.send<T>('POST', url, {}, body);
  const clock = (processId: string, name: string) =>
    system.database.processClock.findUniqueOrThrow({ where: { processId_name: { processId, name } } });
  const events = (processId: string, type: string) =>
    system.database.processEvent.findMany({ where: { processId, type } });

  it('everybody reads them, only the HQ service manager adds to them', async () => {
    const { body } = await clerk.get<{ items: object[] }>('/v1/policies');
    expect(body.items).toHaveLength(await system.database.clockPolicy.count());
    expect((await clerk.get('/v1/calendars')).status).toBe(200);
    expect((await post(clerk, aPolicy())).body.code).toBe('AUTH.FORBIDDEN');
  });

  it('one for the future is kept, once, and touches nothing that runs', async () => {
    const { caseNumber } = await registered(clerk);
    const before = await clock(caseNumber, 'answer');
    const policy = aPolicy();
    const added = await post<object>(manager, policy);
    expect(added).toMatchObject({
      status: 201,
      body: { id: policy.id, effectiveFrom: '2026-12-31T16:00:00.000Z', enteredBy: 'stf-001' },
    });
    expect(await post<object>(manager, policy)).toMatchObject({ status: 200, body: added.body });
    const other = await post(manager, { ...policy, targetSeconds: 1 });
    expect(other).toMatchObject({ status: 409, body: { code: 'POLICY.EXISTS', errors: [{ field: 'id' }] } });
    expect(await clock(caseNumber, 'answer')).toEqual(before);
  });

  it('one that is meant to reach back moves the due instant, and the ladder follows', async () => {
    const receivedAt = new Date(Date.now() - 23 * HOUR_MS).toISOString();
    const { caseNumber } = await registered(clerk, { receivedAt });
    const due = async () => (await clock(caseNumber, 'answer')).dueAt?.getTime();
    expect(await due()).toBe(Date.parse(receivedAt) + 24 * HOUR_MS);
    expect(await events(caseNumber, 'ClockBreached')).toEqual([]);
    expect((await post(manager, aPolicy({ effectiveFrom: LONG_AGO, retroactive: true }))).status).toBe(201);
    await eventually(due, (at) => at === Date.parse(receivedAt) + 22 * HOUR_MS);
    const [breached] = await eventually(
      () => events(caseNumber, 'ClockBreached'),
      (found) => found.length > 0,
    );
    const dueAt = new Date(Date.parse(receivedAt) + 22 * HOUR_MS).toISOString();
    expect(breached?.data).toMatchObject({ clock: 'answer', dueAt, late: true });
    // Half an hour after the new due instant the director was to hear of it.
    await eventually(
      () => events(caseNumber, 'ClockEscalated'),
      (found) => found.some(({ data }) => JSON.stringify(data).includes('centre-director')),
    );
    await eventually(
      () => system.database.setting.count({ where: { key: { startsWith: 'reckon-anew:' } } }),
      (open) => open === 0,
    );
  });

  it('a longer one puts nothing off that was promised already (R4)', async () => {
    const { caseNumber } = await registered(clerk);
    const before = await clock(caseNumber, 'answer');
    const longer = aPolicy({
      effectiveFrom: '2026-02-15T00:00:00Z',
      retroactive: true,
      targetSeconds: 90 * HOUR_S,
      lateEntry: [{ role: 'enquiry-clerk', withinSeconds: 3_600 }],
    });
    expect(await post<object>(manager, longer)).toMatchObject({
      status: 201,
      body: { lateEntry: [{ role: 'enquiry-clerk', withinSeconds: 3_600 }] },
    });
    await eventually(
      () => system.database.setting.count({ where: { key: { startsWith: 'reckon-anew:' } } }),
      (open) => open === 0,
    );
    expect(await clock(caseNumber, 'answer')).toMatchObject({ dueAt: before.dueAt });
    const { caseNumber: next } = await registered(clerk);
    const { startedAt, dueAt } = await clock(next, 'answer');
    expect((dueAt?.getTime() ?? 0) - startedAt.getTime()).toBe(90 * HOUR_MS);
  });

  it('nor does one that is changed in place, as an import does', async () => {
    const { caseNumber } = await registered(clerk);
    const before = await clock(caseNumber, 'answer');
    const where = { id: before.policyId };
    const { targetSeconds } = await system.database.clockPolicy.findUniqueOrThrow({ where });
    await system.database.clockPolicy.update({ where, data: { targetSeconds: 3 * targetSeconds } });
    try {
      await done(clerk, caseNumber, { type: 'addNote', data: { text: '再问一次' } });
      expect(await clock(caseNumber, 'answer')).toMatchObject({ dueAt: before.dueAt });
      await system.database.clockPolicy.update({ where, data: { targetSeconds: targetSeconds / 2 } });
      await done(clerk, caseNumber, { type: 'addNote', data: { text: '又问一次' } });
      const due = before.startedAt.getTime() + (targetSeconds / 2) * 1000;
      expect((await clock(caseNumber, 'answer')).dueAt?.getTime()).toBe(due);
    } finally {
      await system.database.clockPolicy.update({ where, data: { targetSeconds } });
    }
  });

  it('a new calendar does too, and keeps every pause', async () => {
    const { caseNumber } = await registered(clerk);
    await done(clerk, caseNumber, ANSWER, CLASSIFY);
    await done(clerk, caseNumber, { type: 'pause', data: { reason: '等客户' } });
    await done(clerk, caseNumber, { type: 'resume', data: {} });
    const before = await clock(caseNumber, 'resolution');
    expect(before.calendar).toBe('cn-service');
    const version = {
      effectiveFrom: LONG_AGO,
      nameEn: 'Round the clock',
      nameZh: '全天候',
      definition: '24x7',
      retroactive: true,
    };
    const added = await post(manager, version, '/v1/calendars/cn-service/versions');
    expect(added.status).toBe(201);
    const [paused] = await events(caseNumber, 'CasePaused');
    const [resumed] = await events(caseNumber, 'CaseResumed');
    const pauseMs = (resumed?.at.getTime() ?? 0) - (paused?.at.getTime() ?? 0);
    const { targetSeconds } = await system.database.clockPolicy.findUniqueOrThrow({
      where: { id: before.policyId },
    });
    const due = before.startedAt.getTime() + targetSeconds * 1000 + pauseMs;
    await eventually(
      async () => (await clock(caseNumber, 'resolution')).dueAt?.getTime(),
      (at) => at === due,
    );
    expect((await post(manager, version, '/v1/calendars/cn-service/versions')).status).toBe(200);
  });

  it('a case that is over is shown by it too, so that verify finds no difference', async () => {
    const { caseNumber } = await registered(clerk);
    await done(clerk, caseNumber, ANSWER);
    await done(await system.as('gu.chengan'), caseNumber, { type: 'cancel', data: { reason: '误报' } });
    await eventually(
      () => system.database.process.findUniqueOrThrow({ where: { id: caseNumber } }),
      ({ ended }) => ended,
    );
    const policy = aPolicy({
      effectiveFrom: '2026-03-01T00:00:00Z',
      retroactive: true,
      targetSeconds: 20 * HOUR_S,
    });
    await post(manager, policy);
    await eventually(
      () => clock(caseNumber, 'answer'),
      ({ policyId, startedAt, dueAt }) =>
        policyId === policy.id && dueAt?.getTime() === startedAt.getTime() + 20 * HOUR_MS,
    );
  });

  const calendar = { nameEn: 'x', nameZh: 'x', effectiveFrom: '2027-01-01T00:00:00Z' };
  const hours = (more: object) => ({
    ...calendar,
    definition: { timeZone: 'Asia/Shanghai', hours: { mon: [['09:00', '17:00']] }, ...more },
  });
  it.each<[string, string, object, string]>([
    ['a fraction of nought', '', aPolicy({ warnAt: [0, 0.5] }), '422 POLICY.INVALID warnAt.0'],
    ['a fraction above one', '', aPolicy({ warnAt: [1.5] }), '400 REQUEST.INVALID warnAt.0'],
    ['fractions out of order', '', aPolicy({ warnAt: [0.9, 0.5] }), '422 POLICY.INVALID warnAt.1'],
    [
      'a role twice',
      '',
      aPolicy({
        lateEntry: [
          { role: 'sales', withinSeconds: 1 },
          { role: 'sales', withinSeconds: 2 },
        ],
      }),
      '422 POLICY.INVALID lateEntry.1.role',
    ],
    ['no ladder', '', aPolicy({ warnAt: [], escalate: [] }), '422 POLICY.INVALID escalate'],
    ['the same fraction twice', '', aPolicy({ warnAt: [0.5, 0.5] }), '422 POLICY.INVALID warnAt.1'],
    ['no target', '', aPolicy({ targetSeconds: 0 }), '400 REQUEST.INVALID targetSeconds'],
    ['an unknown calendar', '', aPolicy({ calendar: 'mars' }), '422 REQUEST.REFERENCE_UNKNOWN calendar'],
    ['an unknown clock', '', aPolicy({ clock: 'patience' }), '400 REQUEST.INVALID clock'],
    [
      'an unknown role',
      '',
      aPolicy({ escalate: [{ afterSeconds: 1, to: 'king' }] }),
      '400 REQUEST.INVALID escalate.0.to',
    ],
    ['the past, unsaid', '', aPolicy({ effectiveFrom: LONG_AGO }), '422 POLICY.RETROACTIVE effectiveFrom'],
    ['an end before its beginning', '', aPolicy({ effectiveTo: LONG_AGO }), '422 POLICY.INVALID effectiveTo'],
    [
      'a year that no clock knows',
      '',
      aPolicy({ effectiveFrom: '9999-01-01T00:00:00Z' }),
      '400 REQUEST.INVALID effectiveFrom',
    ],
    ['no such calendar', '/v1/calendars/mars/versions', hours({}), '404 RESOURCE.NOT_FOUND'],
    [
      'no such zone',
      '/v1/calendars/24x7/versions',
      hours({ timeZone: 'Mars/Olympus' }),
      '422 POLICY.INVALID definition.timeZone',
    ],
    [
      'hours backward',
      '/v1/calendars/24x7/versions',
      hours({ hours: { mon: [['17:00', '09:00']] } }),
      '422 POLICY.INVALID definition.hours.mon.0',
    ],
    [
      'no working time',
      '/v1/calendars/24x7/versions',
      hours({ hours: {} }),
      '422 POLICY.INVALID definition.hours',
    ],
    [
      'no definition',
      '/v1/calendars/24x7/versions',
      { ...calendar, definition: null },
      '422 POLICY.INVALID definition',
    ],
  ])('refuses %s', async (_name, url, body, expected) => {
    const before = [await system.database.clockPolicy.count(), await system.database.calendar.count()];
    const answer = await post(manager, body, url === '' ? '/v1/policies' : url);
    const [fault] = answer.body.errors;
    expect(`${answer.status} ${answer.body.code} ${fault?.field ?? ''}`.trim()).toBe(expected);
    expect([await system.database.clockPolicy.count(), await system.database.calendar.count()]).toEqual(
      before,
    );
  });
});
