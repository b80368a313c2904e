import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConsentWay } from '../../../domain/case/facts';
import { wallClock } from '../../../platform/wall-clock';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import type { Problem, Reader } from '../../support/reading';
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
import { startSystem, type TestSystem } from '../../support/system';

const HOUR_MS = 3_600_000;
const [ENGINEER, COLLEAGUE] = ['stf-027', 'stf-028'];
const inHours = (from: number, to: number) => ({
  from: new Date(Date.now() + from * HOUR_MS).toISOString(),
  to: new Date(Date.now() + to * HOUR_MS).toISOString(),
});
const WITHDRAW: Given = { type: 'withdrawOffer', data: { reason: '改为直接派工' } };

/** R4: what the customer set is changed with the customer alone, whichever way somebody is sent. */
describe('A time that the customer wants', () => {
  let system: TestSystem;
  let clerk: Reader;
  let engineer: Reader;
  let hours = 0;

  beforeAll(async () => {
    system = await startSystem();
    [clerk, engineer] = [await system.as('lu.xinran'), await system.as('li.wei')];
  });
  afterAll(() => system.close());

  const detail = async (number: string): Promise<CaseDetail> =>
    (await clerk.get<CaseDetail>(`/v1/cases/${number}`)).body;
  const consent = (how: ConsentWay = 'phone', at = new Date().toISOString()) =>
    ({ consent: { by: 'customer', how, at } }) as const;
  type Time = ReturnType<typeof inHours>;
  type Word = Partial<ReturnType<typeof consent>>;
  const offer = (appointment: Time, word: Word = {}): Given => ({
    type: 'offer',
    data: { outletId: 'sh-pudong', appointment, outsideHours: true, ...word },
  });
  const dispatch = (appointment: Time, word: Word = {}): Given => ({
    type: 'dispatch',
    data: { engineerId: ENGINEER, appointment, outsideHours: true, ...word },
  });
  const accept = (appointment: Time, word: Word = {}): Given => ({
    type: 'acceptOffer',
    data: { engineerId: COLLEAGUE, appointment, outsideHours: true, ...word },
  });
  /** A job that is offered for some hours, and hours after those. */
  async function offered() {
    hours += 20;
    const [wanted, other] = [inHours(hours, hours + 4), inHours(hours + 6, hours + 10)];
    const { caseNumber: number } = await registered(clerk, { unitSerial: LANTING.unitSerial });
    await done(clerk, number, ANSWER, CLASSIFY, offer(wanted));
    return { number, wanted, other };
  }
  const refused = async (by: Reader, number: string, ...given: readonly Given[]): Promise<Problem> => {
    const before = await detail(number);
    const { status, body } = await give<Problem>(
      by,
      number,
      given.map((one) => command(one)),
    );
    expect(status).toBeGreaterThanOrEqual(400);
    expect((await detail(number)).version).toBe(before.version);
    return body;
  };
  const format = wallClock('Asia/Shanghai');
  const outside = ({ from, to }: Time) => ({
    code: 'OFFER.OUTSIDE_WANTED',
    status: 409,
    detail: `The customer asked for a visit between ${format(from)} and ${format(to)}. Choose a time in that window, or record when and how the customer agreed to another time.`,
    errors: [{ field: 'data.appointment' }],
  });

  it('is told with the case, and not passed over by a dispatch over the open offer', async () => {
    const { number, wanted, other } = await offered();
    expect((await detail(number)).wanted).toEqual(wanted);

    expect(await refused(clerk, number, dispatch(other))).toMatchObject(outside(wanted));
    // Not even by an hour at one end, nor by an engineer who accepts.
    const longer = { ...wanted, to: other.to };
    expect(await refused(clerk, number, dispatch(longer))).toMatchObject(outside(wanted));
    expect(await refused(engineer, number, accept(other))).toMatchObject(outside(wanted));

    const word = consent();
    await done(clerk, number, dispatch(other, word));
    const { stage, wanted: left, dispatch: sent, timeline } = await detail(number);
    expect({ stage, left, sent }).toMatchObject({
      stage: 'dispatched',
      left: null,
      sent: { appointment: other },
    });
    expect(timeline.items.find(({ type }) => type === 'EngineerDispatched')?.data).toMatchObject(word);
  });

  it('holds when the offer is withdrawn, in the same batch or before, and when the case is classified anew', async () => {
    const { number, wanted, other } = await offered();
    expect(await refused(clerk, number, WITHDRAW, dispatch(other))).toMatchObject(outside(wanted));
    expect(await refused(clerk, number, WITHDRAW, offer(other))).toMatchObject(outside(wanted));
    await done(clerk, number, WITHDRAW);
    expect(await refused(clerk, number, dispatch(other))).toMatchObject(outside(wanted));
    await done(
      clerk,
      number,
      { type: 'classify', data: { ...CLASSIFY.data, requestType: 'consultation' } },
      CLASSIFY,
    );
    expect((await detail(number)).wanted).toEqual(wanted);
    expect(await refused(clerk, number, offer(other))).toMatchObject(outside(wanted));

    await done(clerk, number, offer(other, consent('email')));
    expect((await detail(number)).wanted).toEqual(other);
    expect(await refused(engineer, number, accept(wanted))).toMatchObject(outside(other));
    await done(engineer, number, accept(other));
    expect((await detail(number)).dispatch?.appointment).toEqual(other);
  });

  it('is given up by a word that the customer can have said: not by a link, nor in the future, nor before they asked', async () => {
    const { number, other } = await offered();
    const [tomorrow, longAgo] = [inHours(24, 25).from, '2026-01-01T00:00:00.000Z'];
    const why = async (given: Given, by = clerk) => (await refused(by, number, given)).errors;
    for (const [by, format] of [
      [clerk, dispatch],
      [engineer, accept],
    ] as const) {
      expect(await why(format(other, consent('link')), by)).toMatchObject([
        { field: 'data.consent.how', reason: expect.stringContaining('only the customer') },
      ]);
      expect(await why(format(other, consent('phone', tomorrow)), by)).toMatchObject([
        { field: 'data.consent.at', reason: expect.stringContaining('in the future') },
      ]);
      expect(await why(format(other, consent('phone', longAgo)), by)).toMatchObject([
        { field: 'data.consent.at', reason: expect.stringContaining('before they asked') },
      ]);
    }
    await done(engineer, number, accept(other, consent('in-person')));
    expect((await detail(number)).dispatch).toMatchObject({
      engineer: { id: COLLEAGUE },
      appointment: other,
    });
  });

  it('needs no word for a part of it; once somebody is sent, an appointment is moved with the customer alone', async () => {
    const { number, wanted, other } = await offered();
    const within = { ...wanted, to: new Date(Date.parse(wanted.from) + HOUR_MS).toISOString() };
    await done(clerk, number, dispatch(within));
    const move: Given = {
      type: 'moveAppointment',
      data: { appointment: other, outsideHours: true, ...consent('link') },
    };
    expect(await refused(clerk, number, move)).toMatchObject({ errors: [{ field: 'data.consent.how' }] });
    await done(clerk, number, { ...move, data: { ...move.data, ...consent() } });
    expect((await detail(number)).dispatch?.appointment).toEqual(other);
  });
});
