import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseCommand } from '../../domain/case/commands';
import type { Actor } from '../../domain/identity/actor';
import { aRegistration } from '../support/committed-case';
import { DAY_S } from '../support/policies';
import type { SkippingGround } from '../support/temporal';
import { skippingHarness, type Harness } from '../support/workflow';
import { LADDER } from '../unit/domain/support/commands';
import { expectAgreement } from './errands';

const CASE = 'AS-2026-000001';
const [outlet] = LADDER;
const ladder = LADDER.map((recipient) =>
  recipient.tier === 'centre' ? { ...recipient, organisationId: 'east' } : recipient,
);
const staff = (role: 'enquiry-clerk' | 'repair-engineer' | 'hq-service-manager', at: string): Actor => ({
  kind: 'staff',
  id: `${role}@${at}`,
  name: role,
  roles: [role],
  organisationId: at,
});

describe('an offer on its way through the tiers (R11)', () => {
  let harness: Harness<SkippingGround>;
  let commands = 0;
  beforeAll(async () => {
    harness = await skippingHarness();
    await harness.startWorker({ maxCachedWorkflows: 0 });
  });
  afterAll(() => harness.close());

  const give = (actor: Actor, ...given: CaseCommand[]) =>
    harness.processes.execute<CaseCommand>(CASE, {
      commands: given.map((one) => ({ ...one, id: `command-${(commands += 1)}`, actor })),
    });
  const events = async (type: string) =>
    (
      await harness.database.processEvent.findMany({
        where: { processId: CASE, type },
        orderBy: { seq: 'asc' },
      })
    ).map(({ data }) => data);
  const openTasks = () => harness.database.task.findMany({ where: { processId: CASE } });

  it('declined by the outlet and met with silence at the centre, it is a task of headquarters, which takes it', async () => {
    const clerk = staff('enquiry-clerk', 'east');
    const receivedAt = new Date(await harness.ground.now()).toISOString();
    await harness.start('serviceCase', {
      processId: CASE,
      first: { id: 'first', type: 'register', data: aRegistration(CASE, { receivedAt }), actor: clerk },
    });
    const year = new Date(receivedAt).getUTCFullYear() + 1;
    const appointment = { from: `${year}-12-01T01:00:00.000Z`, to: `${year}-12-01T04:00:00.000Z` };
    expect(
      await give(
        clerk,
        { type: 'answer', data: { text: 'We are on it' } },
        { type: 'classify', data: { requestType: 'repair', priority: 'normal', symptom: '不启动' } },
        { type: 'offer', data: { ladder, regionId: 'east', appointment, parts: [] } },
      ),
    ).toMatchObject({ kind: 'done' });
    expect(await openTasks()).toMatchObject([
      { kind: 'answer-offer', organisationId: outlet.organisationId },
    ]);

    const outletsEngineer = staff('repair-engineer', outlet.organisationId);
    expect(
      await give(outletsEngineer, { type: 'declineOffer', data: { reason: 'nobody free' } }),
    ).toMatchObject({
      kind: 'done',
    });
    expect(await openTasks()).toMatchObject([
      { kind: 'answer-offer', organisationId: 'east', role: 'enquiry-clerk' },
    ]);

    await harness.ground.skip(2 * DAY_S * 1000);
    expect(await events('OfferPassedOn')).toMatchObject([
      { how: 'declined', to: { tier: 'centre' } },
      { how: 'lapsed', from: { tier: 'centre' }, to: { tier: 'hq' } },
    ]);
    expect(await openTasks()).toMatchObject([{ kind: 'answer-offer', role: 'hq-service-manager' }]);
    // Silence at headquarters ends nothing.
    await harness.ground.skip(10 * DAY_S * 1000);
    expect(await events('OfferPassedOn')).toHaveLength(2);

    const engineer = {
      id: 'e-1',
      name: '工程师',
      outletId: 'west-1',
      regionId: 'west',
      serviceLevel: 'A',
    } as const;
    expect(
      await give(staff('hq-service-manager', 'hq'), { type: 'acceptOffer', data: { engineer, appointment } }),
    ).toMatchObject({ kind: 'done' });
    expect(await harness.database.engineerSlot.findMany({ where: { processId: CASE } })).toMatchObject([
      { engineerId: 'e-1', from: new Date(appointment.from) },
    ]);
    const sent = await harness.database.notification.findMany({
      where: { processId: CASE, template: 'offer-passed-on' },
    });
    expect(sent.map(({ staffId }) => staffId).sort()).toEqual(['clerk', 'clerk', 'manager']);
    await expectAgreement(harness, CASE);
  });
});
