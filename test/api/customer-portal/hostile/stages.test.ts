import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Static } from '@sinclair/typebox';
import { CUSTOMER_ACTIONS, type CustomerAction } from '../../../../domain/identity/permissions';
import { CustomerLinks } from '../../../../platform/customer-links';
import type { CustomerCase, OfferedAppointments } from '../../../../api/customer-portal/schema';
import { contentsOf } from '../../../support/contents';
import { PartsStack, soon } from '../../../support/parts-stack';
import { Reader } from '../../../support/reading';
import { ANSWER, CLASSIFY, done, LANTING, registered, type Given } from '../../../support/requests';
import { eventually, newKey, startSystem, type TestSystem } from '../../../support/system';

const ENGINEER = 'stf-027';
const RESOLVE = { type: 'resolveRemotely', data: { resolution: '内部：电话指导复位' } } as const;
const survey = { type: 'recordSurvey', data: { productScore: 3, serviceScore: 3 } } as const;
const REVISIT = { type: 'recordRevisit', data: { outcome: 'satisfied', note: '内部：正常' } } as const;
const PAUSE = { type: 'pause', data: { reason: '内部：等上级批示' } } as const;
const CANCEL = { type: 'cancel', data: { reason: '内部：重复登记' } } as const;

type Answers = Readonly<Record<CustomerAction, string>>;
/**
 * Customer commands are tested elsewhere: here they only appear in `actions`, and all other commands are
 * sent.
 */
const THEIRS = 'theirs';
const NOT_NOW = '409 CUSTOMER.NOT_NOW';
const NO_ORDER = '422 REQUEST.REFERENCE_UNKNOWN';
const NOTHING: Answers = {
  moveAppointment: NOT_NOW,
  decideQuote: NOT_NOW,
  recordSurvey: NOT_NOW,
  // Until the case ends.
  recordMessage: THEIRS,
  confirmReceipt: NO_ORDER,
};
const ANSWERED = { ...NOTHING, recordSurvey: '409 SURVEY.ANSWERED_ALREADY' };

/** Where a case stands, and what each command of its customer is answered there. */
const TABLE: readonly (readonly [string, Answers])[] = [
  ['registered', NOTHING],
  ['answered', NOTHING],
  ['classified', NOTHING],
  ['dispatched', { ...NOTHING, moveAppointment: THEIRS }],
  ['dispatched, paused', NOTHING],
  ['dispatched, on the way', { ...NOTHING, moveAppointment: '409 CASE.ENGINEER_ON_THE_WAY' }],
  ['on site', NOTHING],
  ['on site, quoted', { ...NOTHING, decideQuote: THEIRS }],
  ['on site, declined', { ...NOTHING, decideQuote: '409 QUOTE.NOT_OFFERED' }],
  ['awaiting parts', { ...NOTHING, confirmReceipt: '422 PARTS_ORDER.NO_SUCH' }],
  ['awaiting parts, shipped', { ...NOTHING, confirmReceipt: THEIRS }],
  ['reported', { ...NOTHING, recordSurvey: THEIRS }],
  ['reported, paused', NOTHING],
  ['surveyed', ANSWERED],
  ['closed', { ...ANSWERED, recordMessage: NOT_NOW }],
  ['cancelled', { ...NOTHING, recordMessage: NOT_NOW }],
];

describe('What a customer sends out of turn (R36)', () => {
  let system: TestSystem;
  let stack: PartsStack;
  let day = 30;
  let appointment: object;
  let otherOrder: string;
  const cases = new Map<string, { readonly number: string; readonly order?: string }>();

  beforeAll(async () => {
    system = await startSystem();
    stack = await PartsStack.of(system);
    const director = await system.as('gu.chengan');
    const { clerk, engineer } = stack;
    const [wear] = await system.database.causeCode.findMany({ where: { category: 'wear' } });
    const at = async (unit: { unitSerial?: string }, ...given: readonly Given[]) => {
      const { caseNumber: number } = await registered(clerk, unit);
      for (const one of given) await done(clerk, number, one);
      return { number };
    };
    const dispatched = async (unit: { unitSerial?: string } = {}) => {
      const window = { from: soon((day += 1)), to: soon(day + 0.1) };
      return at(unit, ANSWER, CLASSIFY, {
        type: 'dispatch',
        data: { engineerId: ENGINEER, appointment: window, outsideHours: true },
      });
    };
    const quoted = async () => {
      const it = await dispatched({ unitSerial: LANTING.unitSerial });
      const diagnosis = {
        faultCode: 'high-temperature',
        causeCode: wear?.code ?? '',
        finding: '滤芯堵塞',
        plan: '更换滤芯',
      };
      const lines = [{ item: 'labour' as const, minutes: 90 }];
      await done(
        engineer,
        it.number,
        { type: 'arrive', data: {} },
        { type: 'diagnose', data: diagnosis },
        { type: 'prepareQuote', data: { lines } },
      );
      return it;
    };
    const kept = async (
      name: string,
      one: Promise<{ number: string; order?: string }>,
      then?: Given,
      by = clerk,
    ) => {
      const it = await one;
      if (then) await done(by, it.number, then);
      cases.set(name, it);
    };
    await kept('registered', at({}));
    await kept('answered', at({}, ANSWER));
    await kept('classified', at({}, ANSWER, CLASSIFY));
    await kept('dispatched', dispatched());
    await kept('dispatched, paused', dispatched(), PAUSE);
    await kept('dispatched, on the way', dispatched(), { type: 'depart', data: {} }, engineer);
    await kept('on site', dispatched(), { type: 'arrive', data: {} }, engineer);
    await kept('on site, quoted', quoted());
    const declined = await quoted();
    const consent = { by: 'customer', how: 'phone', at: new Date().toISOString() } as const;
    await kept('on site, declined', Promise.resolve(declined), {
      type: 'decideQuote',
      data: { version: 1, decision: 'refuse', consent },
    });
    const waiting = async () => {
      const { number, orderNumber } = await stack.waiting();
      return { number, order: orderNumber };
    };
    await kept('awaiting parts', waiting());
    const shipped = await waiting();
    await stack.shipped(shipped.order);
    await stack.until(shipped.order, 'shipped');
    await kept('awaiting parts, shipped', Promise.resolve(shipped));
    otherOrder = shipped.order;
    const resolved = (...then: readonly Given[]) => at({}, ANSWER, CLASSIFY, RESOLVE, ...then);
    await kept('reported', resolved());
    await kept('reported, paused', resolved(PAUSE));
    await kept('surveyed', resolved(survey));
    await kept('closed', resolved(survey, REVISIT, { type: 'close', data: {} }));
    await kept('cancelled', at({}, ANSWER), CANCEL, director);

    const { items } = (
      await (
        await customerOf('dispatched')
      ).get<Static<typeof OfferedAppointments>>('/v1/customer/case/appointments')
    ).body;
    appointment = items.at(-1) ?? {};
    await quiet();
  });
  afterAll(() => system.close());

  async function customerOf(standing: string): Promise<Reader> {
    const caseNumber = cases.get(standing)?.number ?? '';
    const links = CustomerLinks.of(system.database, system.config);
    const link = await links?.issue({ caseNumber, customerId: LANTING.id, purpose: 'case' }, new Date());
    return new Reader(system.app, link?.token ?? '');
  }
  const dataOf = (standing: string): Readonly<Record<CustomerAction, object>> => ({
    moveAppointment: { appointment },
    decideQuote: { version: 1, decision: 'accept' },
    recordSurvey: { productScore: 5, serviceScore: 5 },
    recordMessage: { kind: 'question', text: 'When?' },
    // Where the case has no order: one of another case, of the same customer even.
    confirmReceipt: { order: cases.get(standing)?.order ?? otherOrder, shipment: 1 },
  });
  /** Waits until the last steps cause no more events. */
  async function quiet(): Promise<void> {
    let before = '';
    await eventually(
      async () => {
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        const now = await contentsOf(system.database);
        const isSame = now === before;
        before = now;
        return isSame;
      },
      (isSame) => isSame,
    );
  }

  it.each(TABLE)(
    'while the case is %s changes nothing, and is told without the company’s reasons',
    async (standing, answers) => {
      const by = await customerOf(standing);
      const { body } = await by.get<CustomerCase>('/v1/customer/case');
      expect([...body.actions].sort()).toEqual(
        CUSTOMER_ACTIONS.filter((action) => answers[action] === THEIRS).sort(),
      );
      const before = await contentsOf(system.database);
      const codes: Partial<Record<CustomerAction, string>> = {};
      for (const type of CUSTOMER_ACTIONS) {
        if (answers[type] === THEIRS) {
          codes[type] = THEIRS;
          continue;
        }
        const command = { id: newKey(), type, data: dataOf(standing)[type] };
        const refused = await by.send('POST', '/v1/customer/case/commands', {}, command);
        codes[type] = `${refused.status} ${refused.body.code}`;
        expect(refused.body.detail).toMatch(/\p{Script=Han}/u);
        expect(JSON.stringify(refused.body)).not.toMatch(/内部|stf-|CASE\.WRONG_STAGE|CASE\.PAUSED/);
      }
      expect(codes).toEqual(answers);
      expect(await contentsOf(system.database)).toBe(before);
    },
  );

  it('is refused to a link for the survey whatever the stage, but for the survey', async () => {
    const { number } = cases.get('dispatched') ?? { number: '' };
    const links = CustomerLinks.of(system.database, system.config);
    const order = { caseNumber: number, customerId: LANTING.id, purpose: 'survey' } as const;
    const by = new Reader(system.app, (await links?.issue(order, new Date()))?.token ?? '');
    const data = dataOf('dispatched');
    for (const type of CUSTOMER_ACTIONS.filter((one) => one !== 'recordSurvey')) {
      const command = { id: newKey(), type, data: data[type] };
      expect(await by.send('POST', '/v1/customer/case/commands', {}, command)).toMatchObject({
        status: 403,
        body: { code: 'LINK.NOT_FOR_THIS' },
      });
    }
  });
});
