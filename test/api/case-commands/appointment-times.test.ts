import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Static } from '@sinclair/typebox';
import type { CaseDetail } from '../../../api/cases/detail-schema';
import type { CustomerCommandResult, OfferedAppointments } from '../../../api/customer-portal/schema';
import { MessageBox } from '../../support/message-box';
import { type Problem, Reader } from '../../support/reading';
import { ANSWER, CLASSIFY, command, done, type Given, give, registered } from '../../support/requests';
import { newKey, startSystem, type TestSystem } from '../../support/system';

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;
const ENGINEER = 'stf-027';

let days = 60;
/** From and to in the wall time of Shanghai, each time on another day on which the outlets work. */
function onWorkday(from: string, to: string): { from: string; to: string } {
  days += 1;
  const date = new Date(Date.now() + SHANGHAI_MS + days * DAY_MS).toISOString().slice(0, 10);
  // New Year's Day, the Spring Festival, the first of October.
  if (/-(01-01|01-[23]\d|02-\d\d|10-01)$/.test(date)) return onWorkday(from, to);
  const at = (time: string): string => new Date(`${date}T${time}:00+08:00`).toISOString();
  return { from: at(from), to: at(to) };
}
/** The midnight in Shanghai that ends an instant's day there. */
const midnightAfter = (instant: string): string => {
  const day = Math.ceil((Date.parse(instant) + SHANGHAI_MS) / DAY_MS);
  return new Date(day * DAY_MS - SHANGHAI_MS).toISOString();
};
const inDays = (from: number, to: number) => ({
  from: new Date(Date.now() + from * DAY_MS).toISOString(),
  to: new Date(Date.now() + to * DAY_MS).toISOString(),
});

describe('The time of an appointment', () => {
  let system: TestSystem;
  let clerk: Reader;
  let box: MessageBox;

  beforeAll(async () => {
    system = await startSystem({ settings: { AFTERCARE_CUSTOMER_URL: 'https://service.example/case' } });
    clerk = await system.as('lu.xinran');
    box = new MessageBox(system);
  });
  afterAll(() => system.close());

  const consent = () => ({ by: 'customer', how: 'phone', at: new Date().toISOString() }) as const;
  async function classified(): Promise<string> {
    const { caseNumber } = await registered(clerk);
    await done(clerk, caseNumber, ANSWER, CLASSIFY);
    return caseNumber;
  }
  const clockOf = async (number: string, name: string) => {
    const { body } = await clerk.get<CaseDetail>(`/v1/cases/${number}`);
    return body.clocks.find((clock) => clock.name === name);
  };

  it('is one thing; what was told is put off by another classification with the customer’s word alone, given at an instant in any zone', async () => {
    const number = await classified();
    const promised = (await clockOf(number, 'resolution'))?.dueAt ?? '';
    const exchange = { requestType: 'exchange', priority: 'low', symptom: '客户要求换机' } as const;
    await done(clerk, number, { type: 'classify', data: exchange });
    expect((await clockOf(number, 'resolution'))?.dueAt).toBe(promised);
    const shanghai = new Date(Date.now() + SHANGHAI_MS).toISOString().replace('Z', '+08:00');
    const word = { ...consent(), at: shanghai };
    await done(clerk, number, { type: 'classify', data: { ...exchange, consent: word } });
    const agreed = await clockOf(number, 'resolution');
    expect((agreed?.dueAt ?? '') > promised).toBe(true);
    expect(agreed?.policyId).toBe('resolution-exchange');
  });

  it('after the promise of the resolution: with the customer’s consent that follows to the end of the day', async () => {
    const number = await classified();
    const before = await clockOf(number, 'resolution');
    const appointment = inDays(30, 30.1);
    const data = { engineerId: ENGINEER, appointment, outsideHours: true };
    await done(clerk, number, { type: 'dispatch', data });
    expect(await clockOf(number, 'resolution')).toMatchObject({ dueAt: before?.dueAt, breachedAt: null });

    const later = inDays(40, 40.1);
    const move: Given = {
      type: 'moveAppointment',
      data: { appointment: later, consent: consent(), outsideHours: true },
    };
    await done(clerk, number, move);
    const dueAt = midnightAfter(later.to);
    expect(await clockOf(number, 'resolution')).toMatchObject({ dueAt, state: 'running', breachedAt: null });
    expect(await clockOf(number, 'arrival')).toMatchObject({ dueAt: later.to });
    // Nearer again: what was agreed stays agreed.
    const nearer: Given = {
      type: 'moveAppointment',
      data: { appointment, consent: consent(), outsideHours: true },
    };
    await done(clerk, number, nearer);
    expect(await clockOf(number, 'resolution')).toMatchObject({ dueAt });
  });

  it('chosen by the customer’s link moves the promise with it, since the act is their consent', async () => {
    const number = await classified();
    const appointment = onWorkday('10:00', '12:00');
    await done(clerk, number, { type: 'dispatch', data: { engineerId: 'stf-028', appointment } });
    const customer = new Reader(system.app, await box.token(number, 'engineer-appointed'));
    const { body: offered } = await customer.get<Static<typeof OfferedAppointments>>(
      '/v1/customer/case/appointments',
    );
    const last = offered.items.at(-1);
    const before = await clockOf(number, 'resolution');
    if (!last || !before?.dueAt || last.to <= before.dueAt) throw new Error('no time after the promise');
    const { status } = await customer.send<Static<typeof CustomerCommandResult>>(
      'POST',
      '/v1/customer/case/commands',
      {},
      { id: newKey(), type: 'moveAppointment', data: { appointment: last } },
    );
    expect(status).toBe(200);
    expect(await clockOf(number, 'resolution')).toMatchObject({ dueAt: midnightAfter(last.to) });
  });

  it('with consent in an offer moves it once, and the acceptance within that time leaves it', async () => {
    const number = await classified();
    const appointment = inDays(50, 50.1);
    const offer = {
      type: 'offer',
      data: { outletId: 'sh-pudong', appointment, consent: consent(), outsideHours: true },
    } as const;
    expect(await give(clerk, number, [command(offer)])).toMatchObject({ status: 200 });
    const dueAt = midnightAfter(appointment.to);
    expect(await clockOf(number, 'resolution')).toMatchObject({ dueAt });
    const engineer = await system.as('li.wei');
    await done(engineer, number, { type: 'acceptOffer', data: { engineerId: 'stf-028', appointment } });
    expect(await clockOf(number, 'resolution')).toMatchObject({ dueAt });
  });

  const COMMANDS = {
    dispatch: (appointment: object) => ({ type: 'dispatch', data: { engineerId: ENGINEER, appointment } }),
    offer: (appointment: object) => ({ type: 'offer', data: { outletId: 'sh-pudong', appointment } }),
    moveAppointment: (appointment: object) => ({
      type: 'moveAppointment',
      data: { appointment, consent: consent() },
    }),
    acceptOffer: (appointment: object) => ({
      type: 'acceptOffer',
      data: { engineerId: 'stf-028', appointment, consent: consent() },
    }),
  };
  const before = async (type: keyof typeof COMMANDS): Promise<string> => {
    const number = await classified();
    if (type === 'moveAppointment') {
      const appointment = onWorkday('09:00', '11:00');
      await done(clerk, number, { type: 'dispatch', data: { engineerId: ENGINEER, appointment } });
    }
    if (type === 'acceptOffer')
      await done(clerk, number, {
        type: 'offer',
        data: { outletId: 'sh-pudong', appointment: onWorkday('09:00', '11:00') },
      });
    return number;
  };

  it.each([['dispatch'], ['offer'], ['moveAppointment'], ['acceptOffer']] as const)(
    'is refused by %s outside the hours of the outlet, told which those are, unless it is said to be meant',
    async (type) => {
      const number = await before(type);
      const by = type === 'acceptOffer' ? await system.as('li.wei') : clerk;
      const send = (appointment: object, more: object = {}, headers = {}) => {
        const { data, ...one } = COMMANDS[type](appointment);
        return give<Problem>(by, number, [{ id: newKey(), ...one, data: { ...data, ...more } }], headers);
      };
      const refused = { code: 'CASE.OUTSIDE_HOURS', status: 422, errors: [{ field: 'data.appointment' }] };
      const early = await send(onWorkday('06:00', '10:00'));
      expect(early.body).toMatchObject(refused);
      expect(early.body.detail).toMatch(/that day: 0[89]:[03]0–1[78]:00 \(\d{4}-\d\d-\d\d, Asia\/Shanghai\)/);
      const late = await send(onWorkday('10:00', '23:00'), {}, { 'accept-language': 'zh' });
      expect(late.body).toMatchObject(refused);
      expect(late.body.detail).toMatch(
        /当日工作时间内：0[89]:[03]0–1[78]:00（\d{4}-\d\d-\d\d, Asia\/Shanghai）/,
      );
      expect((await send(onWorkday('06:00', '07:00'), { outsideHours: false })).body).toMatchObject(refused);
      days += 1;
      const past = inDays(-days, -days + 0.1);
      expect((await send(past)).body).toMatchObject({
        code: 'CASE.APPOINTMENT_PAST',
        status: 422,
        errors: [{ field: 'data.appointment.from' }],
      });
      expect(await send(past, { outsideHours: true })).toMatchObject({ status: 200 });
      const { body } = await clerk.get<CaseDetail>(`/v1/cases/${number}`);
      expect(body.breached).toBe(false);
    },
  );

  it('within the hours of the outlet needs no word', async () => {
    const number = await classified();
    const appointment = onWorkday('10:00', '15:00');
    await done(clerk, number, { type: 'dispatch', data: { engineerId: ENGINEER, appointment } });
    expect(await clockOf(number, 'arrival')).toMatchObject({ dueAt: appointment.to });
  });

  it('said to be meant in an offer is meant by whoever accepts it, and stays on record', async () => {
    const number = await classified();
    const night = onWorkday('22:00', '23:30');
    const offer = {
      type: 'offer',
      data: { outletId: 'sh-pudong', appointment: night, outsideHours: true },
    } as const;
    await done(clerk, number, offer);
    const engineer = await system.as('li.wei');
    await done(engineer, number, {
      type: 'acceptOffer',
      data: { engineerId: 'stf-028', appointment: night },
    });
    const { body } = await clerk.get<CaseDetail>(`/v1/cases/${number}`);
    for (const type of ['OfferMade', 'EngineerDispatched'])
      expect(body.timeline.items.find((item) => item.type === type)?.data).toMatchObject({
        outsideHours: true,
      });
  });

  it('is chosen by the customer’s link within hours alone: nobody can say otherwise there', async () => {
    const number = await classified();
    const night = onWorkday('22:00', '23:30');
    const appointment = onWorkday('09:00', '11:00');
    await done(clerk, number, { type: 'dispatch', data: { engineerId: ENGINEER, appointment } });
    const customer = new Reader(system.app, await box.token(number, 'engineer-appointed'));
    const choose = (data: object) =>
      customer.send(
        'POST',
        '/v1/customer/case/commands',
        {},
        { id: newKey(), type: 'moveAppointment', data },
      );
    expect((await choose({ appointment: night })).body).toMatchObject({ code: 'APPOINTMENT.NOT_OFFERED' });
    expect((await choose({ appointment: night, outsideHours: true })).body).toMatchObject({
      code: 'REQUEST.INVALID',
    });
  });

  it('that is over when it is entered promises nothing, and the visit is entered as it was', async () => {
    const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
    const { caseNumber } = await registered(clerk, { receivedAt: minutesAgo(300), channel: 'letter' });
    const appointment = { from: minutesAgo(90), to: minutesAgo(60) };
    const dispatch = { engineerId: ENGINEER, appointment, outsideHours: true as const, parts: [] };
    await done(clerk, caseNumber, ANSWER, CLASSIFY, { type: 'dispatch', data: dispatch });
    const [departedAt, arrivedAt] = [minutesAgo(110), minutesAgo(85)];
    const director = await system.as('gu.chengan');
    await done(
      director,
      caseNumber,
      { type: 'depart', data: {}, occurredAt: departedAt },
      { type: 'arrive', data: {}, occurredAt: arrivedAt },
    );
    const { body } = await clerk.get<Static<typeof CaseDetail>>(`/v1/cases/${caseNumber}`);
    expect(body).toMatchObject({ breached: false, visits: [{ departedAt, arrivedAt, breachedAt: null }] });
    const listed = await clerk.all<{ number: string }>('/v1/cases?breached=true&limit=100');
    expect(listed.flat().map(({ number }) => number)).not.toContain(caseNumber);
  });
});
