import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CaseCommand } from '../../../../../domain/case/commands';
import { reportsOf } from '../../../../../domain/case/report/service-report';
import type { CaseState } from '../../../../../domain/case/state';
import { tripsWithoutCost } from '../../../../../domain/case/visit/trip-costs';
import { tripsOf } from '../../../../../domain/case/visit/trips';
import { isUnverified } from '../../../../../domain/case/flows/repair/verification';
import { DomainError } from '../../../../../domain/errors';
import { CaseWorld, STOCK, WAYS_TO_ANSWER } from '../../support/case-world';
import * as commands from '../../support/commands';

const out = ({ parts }: CaseWorld) => Object.fromEntries([...parts.out].filter(([, pieces]) => pieces > 0));

/** Steps of a story in the current state of the case; a refused step has no effect. */
const part = fc.constantFrom('CAP-1', 'SEAL-2', 'BELT-3');
const partLines = fc.uniqueArray(fc.record({ partNumber: part, quantity: fc.integer({ min: 1, max: 3 }) }), {
  maxLength: 2,
  selector: ({ partNumber }) => partNumber,
});
const step = fc.record({
  parts: partLines,
  used: fc.option(partLines, { nil: undefined }),
  pick: fc.nat(9),
  partsCostCents: fc.nat(20_000),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
const story = fc.record({
  steps: fc.array(step, { minLength: 6, maxLength: 30, size: 'max' }),
  isPaid: fc.boolean(),
  answers: fc.constantFrom(...WAYS_TO_ANSWER),
  isCancelled: fc.boolean(),
});

function nextOf(state: CaseState, { parts, used, pick, partsCostCents }: Step): CaseCommand {
  switch (state.stage) {
    case 'dispatched':
      return pick === 0 ? commands.depart() : pick === 1 ? commands.reassign() : commands.arrive();
    case 'on-site':
      if (!state.diagnosis) return commands.diagnose({ parts });
      if (pick === 0) return commands.leaveUnfinished();
      if (pick === 1) return commands.orderParts({ followsCase: true });
      if (pick === 2) return commands.diagnose({ parts });
      return pick < 6 ? commands.repairUntested() : commands.repair();
    case 'repaired':
      if (isUnverified(state)) return pick < 2 ? commands.verifyFailed() : commands.verify();
      return commands.report(used ? { partsUsed: used, partsCostCents } : {});
    case 'reported':
      return pick < 6
        ? commands.amendReport({ partsUsed: parts, partsCostCents })
        : commands.recordSurvey({ serviceScore: 1 });
    case 'surveyed':
      return commands.reopen();
    default:
      return commands.dispatch({ parts });
  }
}

function tried(world: CaseWorld, command: CaseCommand): void {
  try {
    world.does(command);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}

/** The ordered parts arrive, and the user confirms them. */
function delivered({ orders }: CaseWorld): void {
  for (const order of orders.values())
    for (const { line, picks } of order.state.cancelled ? [] : order.state.holds) {
      const quantity = picks.reduce((sum, pick) => sum + pick.quantity, 0);
      const items = [{ line, quantity }];
      order.give({ type: 'ship', data: { depot: 'east', carrier: 'SF', items } });
      const shipment = order.state.shipments.at(-1)?.shipment ?? 0;
      order.give({ type: 'confirmReceipt', data: { shipment } });
    }
}

function worldOf({
  steps,
  isPaid,
  answers,
  isCancelled,
}: typeof story extends fc.Arbitrary<infer S> ? S : never): CaseWorld {
  const world = new CaseWorld(commands.aRegistration(), answers)
    .does(commands.answer())
    .does(commands.classify({ unit: commands.UNIT }));
  if (isPaid) world.does(commands.overruleEntitlement({ verdict: { labour: 0, parts: 0, travel: 0 } }));
  for (const one of steps) {
    tried(world, nextOf(world.state, one));
    if (one.pick % 2 === 0) delivered(world);
    const { quote, stage, diagnosis } = world.state;
    // The customer agrees to whatever is to be repaired.
    if (isPaid && stage === 'on-site' && diagnosis && quote?.status !== 'accepted') {
      tried(world, commands.prepareQuote());
      const { version = 0, statusSince: at = '' } = world.state.quote ?? {};
      tried(world, commands.decideQuote({ version, consent: { by: 'customer', how: 'phone', at } }));
    }
  }
  if (isCancelled) tried(world, commands.cancel());
  world.recover();
  for (const { number } of tripsWithoutCost(world.state))
    tried(world, commands.recordTripCost({ trip: number }));
  for (const order of world.orders.values()) if (order.state.cancelled) order.takeAllBack();
  return world;
}

/** Pieces that engineers have by the papers: what each report says was used, and what a repair without one was handed. */
function outByPaper(state: CaseState): Record<string, number> {
  const pieces = new Map<string, number>();
  const add = (partNumber: string, quantity: number) =>
    pieces.set(partNumber, (pieces.get(partNumber) ?? 0) + quantity);
  for (const versions of reportsOf(state))
    for (const { partNumber, quantity } of versions.at(-1)?.report.partsUsed ?? []) add(partNumber, quantity);
  if (!state.report)
    for (const { partNumber, quantity } of (state.issued ?? []).flatMap(({ parts }) => parts))
      add(partNumber, quantity);
  // Delivered pieces were fitted, and have left the depots.
  for (const { order, line, quantity } of [
    ...(state.fittedBefore ?? []),
    ...(state.partsAccount?.ordered ?? []),
  ]) {
    const ordered = state.partsOrders?.find(({ number }) => number === order)?.lines;
    add(ordered?.find((one) => one.line === line)?.partNumber ?? '', -quantity);
  }
  return Object.fromEntries([...pieces].filter(([, quantity]) => quantity !== 0).sort());
}

it('stock, report, invoice and ledger agree after any story, cancelled or not', () => {
  let reported = 0;
  fc.assert(
    fc.property(story, (made) => {
      const world = worldOf(made);
      const { state, finance } = world;
      const isRefused = world.events.some((event) => event.type === 'CallSettled' && !event.data.outcome.ok);
      if (!isRefused)
        expect(Object.fromEntries(Object.entries(out(world)).sort())).toEqual(outByPaper(state));
      const reports = reportsOf(state).flatMap((versions) => versions.at(-1)?.report ?? []);
      reported += reports.length;
      const trips = tripsOf(state).filter(({ outcome }) => outcome !== 'under-way');
      const cost =
        trips.reduce((sum, { cost: one }) => sum + (one ? one.labourCostCents + one.travelCostCents : 0), 0) +
        reports.reduce((sum, { partsCostCents }) => sum + partsCostCents, 0);
      expect(finance.standing('cost')).toBe(cost);
      const standing = (state.invoices ?? []).filter(({ creditedAt }) => creditedAt === undefined);
      expect(finance.standing('invoice')).toBe(standing.reduce((sum, { totalCents }) => sum + totalCents, 0));
      const last = standing.at(-1);
      for (const { partNumber, quantity } of last && state.report ? last.lines : []) {
        if (partNumber === undefined) continue;
        const done = (state.report?.partsUsed ?? []).filter((one) => one.partNumber === partNumber);
        expect(quantity).toBeLessThanOrEqual(done.reduce((sum, one) => sum + one.quantity, 0));
      }
      expect(world.pending).toEqual([]);
      expect(world.pieces + world.parts.left).toBe(
        Object.values(STOCK).reduce((sum, pieces) => sum + pieces, 0) +
          world.parts.bought +
          [...world.parts.purchases.values()].reduce((sum, { open }) => sum + open, 0),
      );
    }),
    { numRuns: 400 },
  );
  // The stories are worth their name.
  expect(reported).toBeGreaterThan(200);
});
