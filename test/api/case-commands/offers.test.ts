import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import type { NewPolicy } from '../../../api/policies/schema';
import type { TaskView } from '../../../api/tasks/schema';
import type { Page, Problem, Reader } from '../../support/reading';
import {
  ANSWER,
  CLASSIFY,
  command,
  done,
  type Given,
  give,
  LANTING,
  registered,
} from '../../support/requests';
import { eventually, startSystem, type TestSystem } from '../../support/system';

const HOUR_MS = 3_600_000;
const PARTS = [{ partNumber: 'SP-11075', quantity: 1 }];
const URGENTLY = { ...CLASSIFY, data: { ...CLASSIFY.data, priority: 'urgent' } } as const;
const [OF_PUDONG, OF_BAOAN] = ['stf-027', 'stf-033'];
const outlet = { tier: 'outlet', organisationId: 'sh-pudong' };
const centre = { tier: 'centre', organisationId: 'east' };
const hq = { tier: 'hq', organisationId: 'hq' };
/** An outlet that says nothing for a second has let an urgent repair go by. */
const SILENCE: NewPolicy = {
  id: 'offer-at-once',
  clock: 'offer',
  requestType: 'repair',
  priority: 'urgent',
  effectiveFrom: '2026-01-01T00:00:00Z',
  targetSeconds: 1,
  calendar: '24x7',
  warnAt: [],
  escalate: [],
  expireAfterSeconds: 0,
  pausable: true,
  retroactive: true,
};

describe('R11: a job is offered to an outlet, its centre and headquarters', () => {
  let system: TestSystem;
  let clerk: Reader;
  let engineer: Reader;
  let manager: Reader;
  let hours = 0;

  beforeAll(async () => {
    system = await startSystem();
    [clerk, engineer, manager] = [
      await system.as('lu.xinran'),
      await system.as('li.wei'),
      await system.as('zhou.huaijin'),
    ];
  });
  afterAll(() => system.close());

  const detail = async (number: string, by = manager): Promise<CaseDetail> =>
    (await by.get<CaseDetail>(`/v1/cases/${number}`)).body;
  const status = async (number: string, by: Reader): Promise<number> =>
    (await by.get(`/v1/cases/${number}`)).status;
  const mine = async (number: string, by: Reader): Promise<string[]> =>
    (await by.get<Page<TaskView>>(`/v1/tasks?caseNumber=${number}`)).body.items.map(({ kind }) => kind);
  const refused = async (by: Reader, number: string, given: Given) => {
    const { status: code, body } = await give<Problem>(by, number, [command(given)]);
    return [code, body.code, ...body.errors.map(({ field }) => field)];
  };
  const wanted = () => {
    const at = Date.now() + (hours += 4) * HOUR_MS;
    return { from: new Date(at).toISOString(), to: new Date(at + 3 * HOUR_MS).toISOString() };
  };
  type Time = ReturnType<typeof wanted>;
  const accept = (engineerId: string, appointment: Time): Given => ({
    type: 'acceptOffer',
    data: { engineerId, appointment, outsideHours: true },
  });
  const decline = (reason: string): Given => ({ type: 'declineOffer', data: { reason } });
  async function offered(appointment: Time, classify: Given = CLASSIFY): Promise<string> {
    const { caseNumber } = await registered(clerk, { unitSerial: LANTING.unitSerial });
    const offer: Given = {
      type: 'offer',
      data: { outletId: 'sh-pudong', appointment, outsideHours: true, parts: PARTS },
    };
    await done(clerk, caseNumber, ANSWER, classify, offer);
    return caseNumber;
  }

  it('is the work of the outlet’s people, who alone answer', async () => {
    const appointment = wanted();
    const number = await offered(appointment);

    const seen = await detail(number, clerk);
    expect(seen).toMatchObject({
      stage: 'classified',
      offer: { to: outlet, appointment, parts: PARTS, offeredAt: seen.stageSince },
      passedOffers: [],
      dispatch: null,
      tasks: [{ kind: 'answer-offer', role: 'repair-engineer', organisationId: 'sh-pudong', clock: 'offer' }],
    });
    const due = seen.clocks.find(({ name }) => name === 'offer')?.dueAt;
    expect(seen.tasks[0]?.dueAt).toBe(due);
    expect(await mine(number, engineer)).toEqual(['answer-offer']);
    expect(await mine(number, clerk)).toEqual([]);
    expect((await detail(number, engineer)).allowedCommands).toEqual(
      expect.arrayContaining(['acceptOffer', 'declineOffer']),
    );
    expect(await status(number, await system.as('qian.junfeng'))).toBe(404);
    expect(await refused(clerk, number, accept(OF_PUDONG, appointment))).toEqual([403, 'OFFER.NOT_YOURS']);
    expect(await refused(clerk, number, decline('？'))).toEqual([403, 'OFFER.NOT_YOURS']);
    const again: Given = { type: 'offer', data: { outletId: 'suzhou', appointment, outsideHours: true } };
    expect(await refused(clerk, number, again)).toEqual([409, 'OFFER.OPEN_ALREADY']);
    const withdraw: Given = { type: 'withdrawOffer', data: { reason: '不去了' } };
    expect(await refused(engineer, number, withdraw)).toEqual([403, 'CASE.NOT_PERMITTED']);
  });

  it('accepted, their engineer is dispatched with the parts, and the arrival promised', async () => {
    const appointment = wanted();
    const number = await offered(appointment);
    const elsewhere = accept('stf-029', appointment);
    expect(await refused(engineer, number, elsewhere)).toEqual([
      422,
      'REQUEST.REFERENCE_UNKNOWN',
      'commands.0.data.engineerId',
    ]);

    await done(engineer, number, accept('stf-028', appointment));

    const after = await detail(number, clerk);
    expect(after).toMatchObject({
      stage: 'dispatched',
      offer: null,
      dispatch: { engineer: { id: 'stf-028', outletId: 'sh-pudong' }, appointment, parts: PARTS },
      tasks: [{ kind: 'arrive', staffId: 'stf-028', clock: 'arrival', dueAt: appointment.to }],
    });
    expect(after.clocks.find(({ name }) => name === 'offer')?.metAt).toBe(after.stageSince);
    expect(await refused(engineer, number, accept(OF_PUDONG, appointment))).toEqual([
      409,
      'CASE.WRONG_STAGE',
    ]);
    const booked = await system.database.engineerSlot.findMany({ where: { processId: number } });
    expect(booked).toMatchObject([{ engineerId: 'stf-028', from: new Date(appointment.from) }]);
  });

  it('declined, it goes on to the centre and out of the outlet’s sight, then to headquarters, which takes it', async () => {
    const appointment = wanted();
    const number = await offered(appointment);

    const batch = [command(decline('人手不足'))];
    const first = await give(engineer, number, batch);
    expect(first).toMatchObject({ status: 200, body: { duplicate: false } });

    expect(await status(number, engineer)).toBe(404);
    // A repeated batch gets its answer; another sender does not, and no further command is possible.
    expect(await give(engineer, number, batch)).toMatchObject({
      status: 200,
      body: { duplicate: true, seq: first.body.seq },
    });
    const colleague = await system.as('xu.zhengyang');
    expect((await give(colleague, number, batch)).status).toBe(404);
    const more = [...batch, command({ type: 'addNote', data: { text: '？' } })];
    expect((await give(engineer, number, more)).status).toBe(404);
    expect(await detail(number, clerk)).toMatchObject({
      stage: 'classified',
      offer: { to: centre, appointment, parts: PARTS },
      passedOffers: [{ by: outlet, appointment, how: 'declined', reason: '人手不足' }],
      tasks: [{ kind: 'answer-offer', role: 'enquiry-clerk', organisationId: 'east' }],
    });
    expect(await mine(number, clerk)).toEqual(['answer-offer']);

    await done(clerk, number, decline('本中心排满'));

    expect(await detail(number)).toMatchObject({
      offer: { to: hq },
      passedOffers: [{ by: outlet }, { by: centre, how: 'declined', reason: '本中心排满' }],
      tasks: [{ kind: 'answer-offer', role: 'hq-service-manager', organisationId: 'hq' }],
    });
    expect(await mine(number, manager)).toEqual(['answer-offer']);
    expect(await mine(number, clerk)).toEqual([]);
    expect((await detail(number)).allowedCommands).not.toContain('declineOffer');
    expect(await refused(manager, number, decline('总部也没有人'))).toEqual([409, 'OFFER.LAST_TIER']);
    await done(manager, number, accept(OF_BAOAN, appointment));
    expect(await detail(number)).toMatchObject({
      stage: 'dispatched',
      regionId: 'south',
      offer: null,
      passedOffers: [],
      dispatch: { engineer: { id: OF_BAOAN } },
    });
  });

  it('met with silence, it climbs by itself to headquarters, where it waits (ADR 22)', async () => {
    expect((await manager.send('POST', '/v1/policies', {}, SILENCE)).status).toBe(201);
    const appointment = wanted();
    const number = await offered(appointment, URGENTLY);

    const atHq = await eventually(
      () => detail(number),
      ({ offer, clocks }) =>
        offer?.to.tier === 'hq' && clocks.some(({ name, breachedAt }) => name === 'offer' && breachedAt),
    );

    expect(atHq).toMatchObject({
      passedOffers: [
        { by: outlet, how: 'lapsed', reason: null },
        { by: centre, how: 'lapsed', reason: null },
      ],
      tasks: [{ kind: 'answer-offer', role: 'hq-service-manager' }],
    });
    expect(await status(number, engineer)).toBe(404);
    const notifications = await system.database.notification.findMany({
      where: { processId: number, template: 'offer-ended' },
    });
    expect(notifications.map(({ staffId }) => staffId)).toEqual(
      expect.arrayContaining([OF_PUDONG, 'stf-010']),
    );
    await done(manager, number, accept(OF_BAOAN, appointment));
    expect(await mine(number, await system.as('lai.zhiqiang'))).toEqual(['arrive']);
  });

  it('withdrawn, it is the desk’s to dispatch again, and not offered to the same outlet for the same time', async () => {
    const appointment = wanted();
    const number = await offered(appointment);
    await done(engineer, number, decline('当天休息'));

    await done(clerk, number, { type: 'withdrawOffer', data: { reason: '客户暂缓' } });

    const after = await detail(number, clerk);
    expect(after).toMatchObject({
      stage: 'classified',
      offer: null,
      passedOffers: [{ by: outlet, how: 'declined' }],
      tasks: [{ kind: 'dispatch', role: 'enquiry-clerk', organisationId: 'east' }],
    });
    expect(after.clocks.find(({ name }) => name === 'offer')?.stoppedAt).not.toBeNull();
    expect(await refused(clerk, number, accept(OF_PUDONG, appointment))).toEqual([409, 'OFFER.NONE']);
    const again: Given = { type: 'offer', data: { outletId: 'sh-pudong', appointment, outsideHours: true } };
    expect(await refused(clerk, number, again)).toEqual([409, 'OFFER.TRIED_ALREADY', 'data.outletId']);
    await done(clerk, number, {
      type: 'offer',
      data: { outletId: 'suzhou', appointment, outsideHours: true },
    });
    expect(await mine(number, await system.as('qian.junfeng'))).toEqual(['answer-offer']);
  });
});
