import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Static } from '@sinclair/typebox';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import type { Problem, Reader } from '../../support/reading';
import { ANSWER, CLASSIFY, command, dispatchTo, done, give, registered } from '../../support/requests';
import { verifying } from '../verify/verifying';
import { eventually, startSystem, type TestSystem } from '../../support/system';

const OTHER_PHONE = '+8613911122299';

describe('R14: one case is joined to another by agreement', () => {
  let system: TestSystem;
  let clerk: Reader;

  beforeAll(async () => {
    system = await startSystem();
    clerk = await system.as('lu.xinran');
  });
  afterAll(() => system.close());

  const answered = async (subject: string) => {
    const request = await registered(clerk, { subject });
    await done(clerk, request.caseNumber, ANSWER);
    return request;
  };
  const joinTo = (into: string, otherCustomer?: true) =>
    ({ type: 'join', data: { into, ...(otherCustomer && { otherCustomer }) } }) as const;
  const read = async (number: string) =>
    (await clerk.get<Static<typeof CaseDetail>>(`/v1/cases/${number}`)).body;
  const settled = (number: string) =>
    eventually(
      () => read(number),
      ({ stage, joiningInto }) => stage === 'joined' || joiningInto === null,
    );
  const messagesOf = (processId: string, template: string) =>
    system.database.notification.findMany({ where: { processId, template } });

  it('ends in the other case, whose desk and engineer are told', async () => {
    const target = await answered('原请求');
    await done(clerk, target.caseNumber, CLASSIFY, dispatchTo('stf-027'));
    const second = await answered('又来催');
    await done(clerk, second.caseNumber, joinTo(target.caseNumber));
    expect(await settled(second.caseNumber)).toMatchObject({
      stage: 'joined',
      joinedInto: target.caseNumber,
    });
    const { joinedRequests } = await read(target.caseNumber);
    expect(joinedRequests).toMatchObject([{ requestNumber: second.number, fromCase: second.caseNumber }]);
    const messages = await messagesOf(target.caseNumber, 'request-joined');
    expect(messages.map(({ staffId }) => staffId)).toContain('stf-027');
    expect(messages.length).toBeGreaterThan(1);
  });

  it('tells whoever sent the joined request in which case it is seen to', async () => {
    const target = await answered('原请求');
    const email = 'caigou@elsewhere.example';
    const second = await registered(clerk, {
      subject: '同一台机器',
      sender: { kind: 'customer', name: '邵文娟', phone: '+8615124474580', email },
    });
    await done(clerk, second.caseNumber, ANSWER, joinTo(target.caseNumber));
    await settled(second.caseNumber);
    const messages = await messagesOf(second.caseNumber, 'taken-elsewhere');
    expect(messages).toMatchObject([{ customerId: 'cus-0001', params: { into: target.caseNumber } }]);
    expect(await messagesOf(target.caseNumber, 'taken-elsewhere')).toEqual([]);
  });

  it('takes along by when its customer was told that it is resolved (R4)', async () => {
    const due = async (number: string) =>
      (await read(number)).clocks.find(({ name }) => name === 'resolution')?.dueAt ?? '';
    const urgent = { ...CLASSIFY, data: { ...CLASSIFY.data, priority: 'urgent' } } as const;
    const low = { ...CLASSIFY, data: { ...CLASSIFY.data, priority: 'low' } } as const;
    const [target, unclassified] = [await answered('慢'), await answered('未分类')];
    await done(clerk, target.caseNumber, low);
    for (const { caseNumber } of [target, unclassified]) {
      const second = await answered('急');
      await done(clerk, second.caseNumber, urgent);
      const messagesOf = await due(second.caseNumber);
      await done(clerk, second.caseNumber, joinTo(caseNumber));
      expect(await settled(second.caseNumber)).toMatchObject({ stage: 'joined' });
      if (caseNumber === unclassified.caseNumber) await done(clerk, caseNumber, low);
      expect(await due(caseNumber)).toBe(messagesOf);
    }
  });

  it('ends in one open case with all requests where two are joined to each other at once', async () => {
    const pair = [await answered('甲'), await answered('乙')] as const;
    const [one, other] = pair;
    await Promise.all([
      done(clerk, one.caseNumber, joinTo(other.caseNumber)),
      give(clerk, other.caseNumber, [command(joinTo(one.caseNumber))]),
    ]);
    for (const { caseNumber } of pair) await settled(caseNumber);
    const cases = await Promise.all(pair.map(({ caseNumber }) => read(caseNumber)));
    const open = cases.filter(({ stage }) => stage !== 'joined');
    expect(open).toHaveLength(1);
    expect(open[0]?.joinedRequests).toHaveLength(1);
  }, 60_000);

  it('ends a chain in its last case, with the requests of all', async () => {
    const chain = [await answered('一'), await answered('二'), await answered('三')] as const;
    const [first, second, last] = chain;
    await Promise.all([
      done(clerk, first.caseNumber, joinTo(second.caseNumber)),
      done(clerk, second.caseNumber, joinTo(last.caseNumber)),
    ]);
    for (const { caseNumber } of chain) await settled(caseNumber);
    const { joinedRequests } = await eventually(
      () => read(last.caseNumber),
      (now) => now.joinedRequests.length === 2,
    );
    expect(joinedRequests.map(({ requestNumber }) => requestNumber).sort()).toEqual(
      [first.number, second.number].sort(),
    );
  }, 60_000);

  it('asks for a word where the other case is another customer’s', async () => {
    const stranger = await registered(clerk, {
      subject: '陌生来电',
      sender: { kind: 'customer', name: '陌生人', phone: OTHER_PHONE },
    });
    await done(clerk, stranger.caseNumber, ANSWER);
    const target = await answered('原请求');
    const refused = await give<Problem>(clerk, stranger.caseNumber, [command(joinTo(target.caseNumber))]);
    expect({ status: refused.status, code: refused.body.code }).toEqual({
      status: 409,
      code: 'CASE.OTHER_CUSTOMER',
    });
    await done(clerk, stranger.caseNumber, joinTo(target.caseNumber, true));
    expect(await settled(stranger.caseNumber)).toMatchObject({ stage: 'joined' });
  });

  it('is what the events say, in each of them', async () => {
    expect((await verifying(system.database)).found).toEqual([]);
  });
});
