import { describe, expect, it } from '@jest/globals';
import { ROLES, type Role } from '../../../../domain/identity/roles';
import { postingsOf, totalsOf } from '../../../../domain/money/account';
import { allowedCommands } from '../../../../domain/parts-order/decide';
import { partsOrder } from '../../../../domain/parts-order/decider';
import { refusalOf } from '../support/given';
import { aLine, by, ORDER, World } from './world';

import { renderNotice } from '../../../../domain/notices/render';
import { codesIn } from '../support/codes';
import { wallClock } from '../../../../platform/wall-clock';
import { PARTS_TEMPLATES } from '../../../../domain/notices/parts-templates';
import { LANGUAGES } from '../../../../domain/bilingual';
import { bought, cancel, confirm, found, goods, ship } from './given-orders';

/** Sent by the case that waits for parts. */
const OF_CASES: readonly string[] = ['awaiting-parts', 'parts-arrived', 'parts-not-coming'];

describe('Old parts (R20)', () => {
  const withOld = (): World =>
    World.of({ 'P-1': 5 }, aLine(1, { oldPartDue: true }))
      .give(ship())
      .give(confirm());
  const back = (quantity: number) =>
    ({ type: 'receiveOldParts', data: { depot: 'east', items: [{ line: 1, quantity }] } }) as const;

  it('are due when the new ones are received, and go to the factory', () => {
    const world = withOld();
    expect(world.state.stage).toBe('received');
    expect(partsOrder.tasks(world.state)).toMatchObject([
      { kind: 'return-old-parts', staffId: 'stf-027', clock: 'old-part-return' },
    ]);
    world.give(back(1)).give(back(1));
    expect(world.state.clocks['old-part-return']?.metAt).toBeDefined();
    expect(world.taskKinds()).toStrictEqual(['forward-old-parts']);
    world.give({ type: 'forwardOldParts', data: {} });
    expect(world.state.stage).toBe('closed');
    expect(world.books).toMatchObject({ atFactory: 2, chargedCents: 0 });
  });

  it('that never come are charged to the outlet at standard cost, once, and what came goes on', () => {
    const world = withOld().elapse('old-part-return', 'breach').give(back(1));
    world.elapse('old-part-return', 'expire').elapse('old-part-return', 'expire');
    expect(world.books.chargedCents).toBe(12_800);
    expect(world.effects).toContainEqual(
      expect.objectContaining({ call: 'chargeOutlet', undo: { call: 'reverseCost', input: {} } }),
    );
    expect(world.state.stage).toBe('received');
    world.give({ type: 'forwardOldParts', data: {} });
    expect(partsOrder.isEnded(world.state)).toBe(true);
  });

  it('that the outlet says will never come are charged at once, with the reason, and chased no more', () => {
    const charged = { type: 'chargeOldParts', data: { reason: '旧件已被客户当废品处理' } } as const;
    const world = withOld().give(back(1)).give(charged);
    expect(world.books.chargedCents).toBe(12_800);
    expect(world.events.filter(({ type }) => type === 'OldPartsCharged')).toMatchObject([
      { data: { items: [{ line: 1, quantity: 1 }], outletId: 'sh-pudong', reason: charged.data.reason } },
    ]);
    expect(world.state.clocks['old-part-return']?.stoppedAt).toBeDefined();
    expect(world.elapse('old-part-return', 'expire').books.chargedCents).toBe(12_800);
    expect(refusalOf(() => world.give(charged))?.code).toBe('PARTS_ORDER.NO_OLD_PARTS_DUE');
    expect(allowedCommands(world.state, by('stock-accountant'))).not.toContain('chargeOldParts');
    world.give({ type: 'forwardOldParts', data: {} });
    expect(world.state.stage).toBe('closed');
  });

  it('that are charged stand in the order’s own account as cost that the outlet bears (R10)', () => {
    const world = withOld().elapse('old-part-return', 'expire');
    let state = partsOrder.initial;
    const happened = world.events.map((event) => {
      state = partsOrder.evolve(state, event);
      return { event, effects: partsOrder.react(state, event) };
    });
    expect(totalsOf(postingsOf(happened, ORDER))).toEqual([
      { currency: 'CNY', costCents: -25_600, revenueCents: 0, taxCents: 0, profitCents: 25_600 },
    ]);
  });

  it('are charged by supervisors and stock accountants alone, and not before they are due', () => {
    const may = (role: Role) => allowedCommands(withOld().state, by(role)).includes('chargeOldParts');
    expect(ROLES.filter(may)).toEqual(['hq-service-manager', 'centre-director', 'stock-accountant']);
    const charged = { type: 'chargeOldParts', data: { reason: '' } } as const;
    const reserved = World.of({ 'P-1': 5 }, aLine(1, { oldPartDue: true }));
    expect(refusalOf(() => reserved.give(charged))?.code).toBe('PARTS_ORDER.WRONG_STAGE');
  });

  it('go to the factory together, and no more of them than are due', () => {
    const world = withOld().give(back(1));
    expect(refusalOf(() => world.give({ type: 'forwardOldParts', data: {} }))?.code).toBe(
      'PARTS_ORDER.OLD_PARTS_OUTSTANDING',
    );
    expect(refusalOf(() => world.give(back(2)))?.code).toBe('PARTS_ORDER.TOO_MANY');
  });
});

it('Every message that an order sends has words, and no words are there that nobody sends', () => {
  const lost = { type: 'reportLost', data: { shipment: 1, note: '' } } as const;
  const consignee = { name: '佛山', address: '佛山', contact: '麦', phone: '+8675782207135' };
  const readdress = { type: 'readdress', data: { consignee, reason: '' } } as const;
  const corrected = {
    type: 'correctReceipt',
    data: { shipment: 1, items: [{ line: 1, received: 0, wrong: 1, missing: 0 }], reason: '重新清点' },
  } as const;
  const worlds = [
    World.of({}, aLine(1, { oldPartDue: true }))
      .give(bought)
      .give(goods(2))
      .give(ship())
      .give(found(1, 1)),
    World.of({ 'P-1': 5 }).give(readdress).give(ship()).give(lost).give(cancel),
    World.of({ 'P-1': 5 }, aLine(1, { oldPartDue: true }))
      .give(ship())
      .give(confirm())
      .elapse('old-part-return', 'expire'),
    World.of({ 'P-1': 5 }, aLine(1, { oldPartDue: true }))
      .give(ship())
      .give(confirm())
      .give({ type: 'chargeOldParts', data: { reason: '现场报废' } }),
    World.of({ 'P-1': 5 }).give(ship()).give(found(1, 0)).give(corrected),
  ];
  const sent = worlds.flatMap(({ effects }) =>
    effects.flatMap((one) => (one.kind === 'notify' ? [one] : [])),
  );
  for (const { template, params } of sent)
    for (const language of LANGUAGES) {
      const { title, text } = renderNotice({ template, params }, language, wallClock('Asia/Shanghai'));
      expect(codesIn(`${title}\n${text}`)).toEqual([]);
    }
  const ofOrders = Object.keys(PARTS_TEMPLATES).filter((name) => !OF_CASES.includes(name));
  expect([...new Set(sent.map(({ template }) => template))].sort()).toEqual(ofOrders.sort());
});
