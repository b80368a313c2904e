import { describe, expect, it } from '@jest/globals';
import { partsOrder } from '../../../../../domain/parts-order/decider';
import { confirm, ship } from '../../parts-order/given-orders';
import { aLine } from '../../parts-order/world';
import * as commands from '../../support/commands';
import { CaseWorld, STOCK } from '../../support/case-world';

const ELSEWHERE = {
  id: 'engineer-9',
  name: 'Sun',
  outletId: 'foshan',
  regionId: 'south',
  serviceLevel: 'B',
} as const;
const PARTS = [{ partNumber: 'CAP-1', quantity: 2 }];
const classified = (answers: 'at once' | 'not at all' = 'at once'): CaseWorld => {
  const world = new CaseWorld(commands.aRegistration(), answers);
  return world.does(commands.answer()).does(commands.classify());
};
const dispatched = (answers?: 'at once' | 'not at all') =>
  classified(answers).does(commands.dispatch({ parts: PARTS }));
const reservedFor = (world: CaseWorld) =>
  (world.state.reservations ?? []).filter((one) => one.givenUpBy === undefined);
const away = () => commands.reassign({ engineer: ELSEWHERE });

describe('R20: parts follow the engineer to another outlet', () => {
  it('reserved anew near it, after they were put back at the old one’s', () => {
    const world = dispatched().does(away());
    expect(reservedFor(world)).toEqual([
      expect.objectContaining({ outletId: 'foshan', parts: PARTS, depots: ['east'] }),
    ]);
    expect(world.state.reservationIds).toHaveLength(1);
    expect(world.parts.stock.get('CAP-1')).toBe(STOCK['CAP-1'] - 2);
    const asked = world.moments.flatMap(({ effects }) => effects).filter((one) => one.kind === 'call');
    expect(asked.at(-1)).toMatchObject({ input: { preferredDepots: ['foshan', 'south', 'hq'] } });
  });

  it('and stay where the engineer is of the same outlet', () => {
    const world = dispatched();
    const before = world.state.reservations;
    expect(world.does(commands.reassign()).state.reservations).toEqual(before);
  });

  it('there and back again, and held once, though the systems answer late', () => {
    const { dispatch } = dispatched().state;
    const world = dispatched('not at all').does(away());
    if (dispatch) world.does(commands.reassign({ engineer: dispatch.engineer }));
    world.recover();
    expect(reservedFor(world)).toMatchObject([{ outletId: dispatch?.engineer.outletId }]);
    expect(world.parts.stock.get('CAP-1')).toBe(STOCK['CAP-1'] - 2);
  });

  it('nothing stays reserved when the case is then cancelled', () => {
    const world = dispatched().does(away()).does(commands.cancel());
    expect(world.parts.stock.get('CAP-1')).toBe(STOCK['CAP-1']);
    expect(world.parts.left).toBe(0);
  });

  it('also those of the plan, when another outlet is sent for the second visit', () => {
    const world = classified().does(commands.dispatch());
    world
      .does(commands.arrive())
      .does(commands.diagnose({ parts: PARTS }))
      .does(commands.leaveUnfinished());
    world.does(commands.dispatch({ engineer: ELSEWHERE, parts: [] }));
    expect(reservedFor(world)).toMatchObject([{ purpose: 'plan', outletId: 'foshan' }]);
    expect(world.parts.stock.get('CAP-1')).toBe(STOCK['CAP-1'] - 2);
  });

  it('that nowhere is any left of becomes work for a person', () => {
    const world = dispatched();
    world.failing = ['reserveParts'];
    world.does(away());
    expect(world.state.followUps).toMatchObject([{ kind: 'call-failed' }]);
  });

  it('orders under way are told who fits the parts and owes the old ones', () => {
    const world = classified().does(commands.dispatch());
    world.does(commands.arrive()).does(commands.diagnose());
    world.does(commands.orderParts({ lines: [aLine(1, { partNumber: 'CAP-1', oldPartDue: true })] }));
    world.does(commands.leaveUnfinished());
    const order = world.order().give(ship()).give(confirm());
    expect([order.state.stage, world.state.stage]).toEqual(['received', 'classified']);
    world.does(commands.dispatch({ engineer: ELSEWHERE }));
    expect(order.state.order).toMatchObject({ outletId: 'foshan', engineerId: 'engineer-9' });
    expect(partsOrder.tasks(order.state)).toMatchObject([
      { kind: 'return-old-parts', organisationId: 'foshan', staffId: 'engineer-9' },
    ]);
  });

  it('are told after they were started, however late that is', () => {
    const world = classified().does(commands.dispatch());
    world.does(commands.arrive()).does(commands.diagnose()).goAway();
    // Repaired without those parts, then reopened: the case does not wait for them.
    world.does(commands.orderParts({ lines: [aLine(1, { partNumber: 'CAP-1' })] }));
    world.does(commands.repair()).does(commands.report()).does(commands.recordSurvey());
    world.does(commands.reopen()).does(commands.dispatch({ engineer: ELSEWHERE }));
    expect(world.underWay).toEqual(['request']);
    world.recover();
    expect(world.order().state.order).toMatchObject({ outletId: 'foshan', engineerId: 'engineer-9' });
  });

  it('are told once, and not where they have ended', () => {
    const world = classified().does(commands.dispatch());
    world.does(commands.arrive()).does(commands.diagnose());
    world.does(commands.orderParts({ lines: [aLine(1, { partNumber: 'CAP-1' })] }));
    world.does(commands.leaveUnfinished());
    world.order().give(ship()).give(confirm());
    world.does(commands.dispatch({ engineer: ELSEWHERE }));
    expect(world.events.map(({ type }) => type)).not.toContain('OrdersRedirected');
  });
});
