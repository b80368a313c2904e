import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseCommand } from '../../domain/case/commands';
import type { Actor } from '../../domain/identity/actor';
import type { Role } from '../../domain/identity/roles';
import { aRegistration } from '../support/committed-case';
import { DAY_S } from '../support/policies';
import type { SkippingGround } from '../support/temporal';
import { skippingHarness, type Harness } from '../support/workflow';
import { DIAGNOSIS, NEED } from '../unit/domain/support/commands';
import { expectAgreement } from './errands';

const CASE = 'AS-2026-000001';
const DAY_MS = DAY_S * 1000;
const staff = (id: string, role: Role, organisationId: string): Actor => ({
  kind: 'staff',
  id,
  name: id,
  roles: [role],
  organisationId,
});
const clerk = staff('clerk', 'enquiry-clerk', 'east');
const engineer = staff('engineer', 'repair-engineer', 'east');
const need = {
  ...NEED,
  with: { role: 'enquiry-clerk', organisationId: 'east' },
  above: [
    { role: 'centre-director', organisationId: 'east' },
    { role: 'hq-service-manager', organisationId: 'hq' },
  ],
} as const;

describe('an approval that nobody decides (R9)', () => {
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
  const done = async (actor: Actor, ...given: CaseCommand[]) =>
    expect(await give(actor, ...given)).toMatchObject({ kind: 'done' });
  const approving = () => harness.database.task.findMany({ where: { processId: CASE, kind: 'approve' } });
  const sent = async (template: string) =>
    (await harness.database.notification.findMany({ where: { processId: CASE, template } }))
      .map(({ staffId }) => staffId)
      .sort();
  const decide: CaseCommand = {
    type: 'decideApproval',
    data: { approvalId: 'repair-plan:1', decision: 'approve', reason: 'It pays.' },
  };

  it('is reminded of, told of when overdue, and passes up tier by tier to whoever then decides', async () => {
    const receivedAt = new Date(await harness.ground.now()).toISOString();
    await harness.start('serviceCase', {
      processId: CASE,
      first: { id: 'first', type: 'register', data: aRegistration(CASE, { receivedAt }), actor: clerk },
    });
    const year = new Date(receivedAt).getUTCFullYear() + 1;
    const appointment = { from: `${year}-12-01T01:00:00.000Z`, to: `${year}-12-01T04:00:00.000Z` };
    const facts = {
      id: 'engineer',
      name: '工程师',
      outletId: 'east',
      regionId: 'east',
      serviceLevel: 'A',
    } as const;
    await done(
      clerk,
      { type: 'answer', data: { text: 'We are on it' } },
      { type: 'classify', data: { requestType: 'repair', priority: 'normal', symptom: '不启动' } },
      { type: 'dispatch', data: { engineer: facts, appointment, parts: [] } },
    );
    await done(
      engineer,
      { type: 'arrive', data: {} },
      {
        type: 'diagnose',
        data: { ...DIAGNOSIS, history: { earlier: [], repeatWithinDays: 0 }, approval: need },
      },
    );
    expect(await approving()).toMatchObject([{ role: 'enquiry-clerk', organisationId: 'east' }]);
    expect(await sent('approval-requested')).toEqual(['clerk']);

    await harness.ground.skip(2.5 * DAY_MS);
    expect(await sent('approval-reminder')).toEqual(['clerk']);
    expect(await sent('approval-overdue')).toEqual(['clerk']);

    await harness.ground.skip(DAY_MS);
    expect(await approving()).toMatchObject([{ role: 'centre-director', organisationId: 'east' }]);
    expect(await sent('approval-escalated')).toEqual(['director']);
    // An escalated approval is no longer theirs.
    expect(JSON.stringify(await give(clerk, decide))).toContain('APPROVAL.NOT_YOURS');

    await harness.ground.skip(7 * DAY_MS);
    expect(await approving()).toMatchObject([{ role: 'hq-service-manager', organisationId: 'hq' }]);
    expect(await sent('approval-escalated')).toEqual(['director', 'manager']);
    await done(staff('manager', 'hq-service-manager', 'hq'), decide);
    expect(await approving()).toEqual([]);
    expect(await sent('approval-decided')).toEqual(['engineer']);
    await expectAgreement(harness, CASE);
  });
});
