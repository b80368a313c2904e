import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Static } from '@sinclair/typebox';
import type { CaseDetail } from '../../../schemas/case-detail';
import type { CustomerCommandResult, OfferedAppointments } from '../../../schemas/customer-case';
import { MessageBox } from '../../support/message-box';
import { Reader } from '../../support/reading';
import { ANSWER, CLASSIFY, command, done, type Given, give, registered } from '../../support/requests';
import { newKey, startSystem, type TestSystem } from '../../support/system';

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;
const ENGINEER = 'stf-027';

/** A day of a calendar in Shanghai, such as 2027-03-01, a Monday without holidays. */
const at = (day: string, time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString();
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

  it('after the promise of the resolution: with the customer’s consent that follows to the end of the day', async () => {
    const number = await classified();
    const before = await clockOf(number, 'resolution');
    const appointment = inDays(30, 30.1);
    await done(clerk, number, { type: 'dispatch', data: { engineerId: ENGINEER, appointment } });
    expect(await clockOf(number, 'resolution')).toMatchObject({ dueAt: before?.dueAt, breachedAt: null });

    const later = inDays(40, 40.1);
    const move: Given = { type: 'moveAppointment', data: { appointment: later, consent: consent() } };
    await done(clerk, number, move);
    const dueAt = midnightAfter(later.to);
    expect(await clockOf(number, 'resolution')).toMatchObject({ dueAt, state: 'running', breachedAt: null });
    expect(await clockOf(number, 'arrival')).toMatchObject({ dueAt: later.to });
    // Nearer again: what was agreed stays agreed.
    const nearer: Given = { type: 'moveAppointment', data: { appointment, consent: consent() } };
    await done(clerk, number, nearer);
    expect(await clockOf(number, 'resolution')).toMatchObject({ dueAt });
  });

  it('chosen by the customer’s link moves the promise with it, since the act is their consent', async () => {
    const number = await classified();
    const appointment = { from: at('2027-03-01', '10:00'), to: at('2027-03-01', '12:00') };
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
      data: { outletId: 'sh-pudong', appointment, consent: consent() },
    } as const;
    expect(await give(clerk, number, [command(offer)])).toMatchObject({ status: 200 });
    const dueAt = midnightAfter(appointment.to);
    expect(await clockOf(number, 'resolution')).toMatchObject({ dueAt });
    const engineer = await system.as('li.wei');
    await done(engineer, number, { type: 'acceptOffer', data: { engineerId: 'stf-028', appointment } });
    expect(await clockOf(number, 'resolution')).toMatchObject({ dueAt });
  });
});
