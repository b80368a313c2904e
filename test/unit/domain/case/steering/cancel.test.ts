import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { slotsOf } from '../../../../../domain/case/dispatch/appointments';
import { liveQuote } from '../../../../../domain/case/quote/quote';
import { stagesOf } from '../../../../../domain/case/rule';
import { RULES } from '../../../../../domain/case/rules';
import { serviceCase } from '../../../../../domain/case/decider';
import { reportsOf } from '../../../../../domain/case/report/service-report';
import { isTerminal, type CaseState } from '../../../../../domain/case/state';
import { tripsWithoutCost } from '../../../../../domain/case/visit/trip-costs';
import { tripsOf } from '../../../../../domain/case/visit/trips';
import { STAGES } from '../../../../../domain/case/terms';
import { CALL_NAMES } from '../../../../../domain/notices/failed-call';
import { isActive } from '../../../../../domain/clock/clocks';
import { CaseWorld, STOCK, WAYS_TO_ANSWER } from '../../support/case-world';
import * as commands from '../../support/commands';
import { registrations } from '../../support/any-command';
import { moves } from '../../support/moves';
import { CALLING } from '../../support/calling';
import { ENDINGS, STANDINGS } from '../../support/standings';

const PIECES = Object.values(STOCK).reduce((sum, pieces) => sum + pieces, 0);

/** Resources of others that a case holds: their parts, money, time and decisions. */
const leftBehind = ({ parts, finance, pieces, orders, state, pending, tasks }: CaseWorld) => ({
  reservedOrOnTheWay: parts.left,
  pieces: pieces - parts.bought,
  // Trips, work and charges stay (R10).
  costCents: finance.standing('cost') - costOf(state),
  invoicedCents: finance.standing('invoice') - invoicedBy(state),
  slots: slotsOf(state),
  offer: state.offer,
  quote: liveQuote(state),
  approvals: (state.approvals ?? []).filter(({ status }) => status === 'open'),
  clocks: [state, ...[...orders.values()].map((order) => order.state)].flatMap(({ clocks }) =>
    Object.entries(clocks).flatMap(([name, clock]) =>
      // Work that outlasts the case keeps its deadline.
      isActive(clock) && !(name === 'action-item' && tasks.length > 0) ? [name] : [],
    ),
  ),
  orders: [...orders.values()].map((order) => order.state.stage).filter((stage) => stage !== 'cancelled'),
  ordersFailed: [...orders.values()].flatMap((order) =>
    order.state.followUps.map(({ kind }) => kind).filter((kind) => kind.endsWith('-failed')),
  ),
  pending,
});
const NOTHING = {
  reservedOrOnTheWay: 0,
  pieces: PIECES,
  costCents: 0,
  invoicedCents: 0,
  slots: [],
  offer: undefined,
  quote: undefined,
  approvals: [],
  clocks: [],
  orders: [],
  ordersFailed: [],
  pending: [],
};

/** Steps of a person when the system refused the undo. */
const UNDONE_BY_HAND = {
  reservedOrOnTheWay: 0,
  pieces: PIECES,
  costCents: 0,
  invoicedCents: 0,
};

function cancelled(world: CaseWorld): CaseWorld {
  return recovered(world.does(commands.cancel()));
}

/** The systems are well again, and what was called back is back. */
function recovered(world: CaseWorld): CaseWorld {
  world.recover();
  for (const order of world.orders.values()) if (order.state.cancelled) order.takeAllBack();
  return world;
}

describe.each(WAYS_TO_ANSWER)(
  'A case that is cancelled leaves nothing behind, its calls answered %s',
  (answers) => {
    describe.each(STAGES.filter((stage) => STANDINGS[stage].length > 0))('while %s', (stage) => {
      const ways = STANDINGS[stage].filter(({ needsAnswers }) => answers === 'at once' || !needsAnswers);
      it.each(ways)('$how', ({ standing, leaves = [] }) => {
        const world = standing(answers);
        expect(world.state.stage).toBe(stage);
        cancelled(world);
        expect(world.state.stage).toBe('cancelled');
        withCosts(world);
        const { orders, ...left } = leftBehind(world);
        expect({ ...left, orders: leaves.includes('undo-failed') ? [] : orders }).toEqual(NOTHING);
        expect(world.tasks).toEqual(leaves);
      });
      it.each(ways)('$how, and paused', ({ standing, leaves = [] }) => {
        const world = withCosts(cancelled(standing(answers).does(commands.pause())));
        expect(world.tasks).toEqual(leaves);
        expect(leftBehind(world)).toMatchObject({ costCents: 0, invoicedCents: 0, clocks: [], slots: [] });
      });
    });
  },
);

it('every stage at which a case can be cancelled is among them', () => {
  const tried = STAGES.filter((stage) => STANDINGS[stage].length > 0);
  expect(tried).toEqual(stagesOf(RULES.cancel));
  expect(tried).toEqual(STAGES.filter((stage) => stage !== 'unregistered' && !isTerminal(stage)));
});

describe('A case that ends without a repair, or with another plan, holds no parts any more', () => {
  const ways = ENDINGS.flatMap(([how, standing]) =>
    WAYS_TO_ANSWER.map((answers) => ({ how, answers, standing })),
  );
  it.each(ways)('$how, its calls answered $answers', ({ how, answers, standing }) => {
    const world = recovered(standing(answers));
    expect(leftBehind(world)).toMatchObject({
      reservedOrOnTheWay: 0,
      pieces: PIECES,
      slots: [],
      pending: [],
    });
    // Parts of the plan that was not carried out.
    expect(world.parts.stock.get('SEAL-2')).toBe(
      how.includes('closed') || how.includes('then served again') ? STOCK['SEAL-2'] - 2 : STOCK['SEAL-2'],
    );
  });
});

describe.each(Object.entries(CALLING))(
  'A call that is refused for good: %s',
  (call, { standing, isUndo, isOfCancelled }) => {
    const before = (): CaseWorld => {
      const world = standing('at once', [call]);
      return isOfCancelled ? world.does(commands.cancel()) : world;
    };

    it('becomes a task for a person, that says what was refused and why', () => {
      const { state, tasks } = before();
      const kind = isUndo ? 'undo-failed' : 'call-failed';
      expect(tasks).toContain(kind);
      const name = new Map(Object.entries(CALL_NAMES)).get(call)?.en ?? '';
      // Calls requested by a report name the report.
      const reason = /^(.*?)( \(report [^)]+\))? failed: it was refused\.$/u;
      for (const one of state.followUps)
        expect([one.kind, reason.exec(one.reason)?.[1]]).toEqual([kind, name]);
    });

    it('keeps the case open until that person has done it, and holds up nothing else', () => {
      const world = before();
      expect(world.state.stage).toBe(isOfCancelled ? 'cancelled' : world.state.stage);
      expect(world.state.stage).not.toBe('awaiting-parts');
      expect(serviceCase.isEnded(world.state)).toBe(false);
      for (const { key } of world.state.followUps) world.does(commands.followUpDone(key));
      expect(world.tasks).not.toContain(isUndo ? 'undo-failed' : 'call-failed');
      expect(serviceCase.isEnded(world.state)).toBe(isOfCancelled === true);
      if (!isOfCancelled) cancelled(world);
      expect({ ...leftBehind(world), ...UNDONE_BY_HAND }).toEqual({ ...NOTHING, ...UNDONE_BY_HAND });
    });
  },
);

describe('Whatever happens to a case', () => {
  const worlds = fc.tuple(registrations, moves, fc.constantFrom(...WAYS_TO_ANSWER)).map((made) => {
    const [registration, taken, answers] = made;
    const world = new CaseWorld(registration, answers);
    // The systems choose their own answers.
    for (const timed of taken) if (timed.move.kind !== 'settle') world.make(timed);
    return world;
  });
  const always = (claim: (world: CaseWorld) => void): void => {
    fc.assert(fc.property(worlds, claim), { numRuns: 300 });
  };

  it('cancelled in the end, it leaves nothing behind', () => {
    always((world) => {
      if (isTerminal(world.state.stage)) recovered(world);
      else cancelled(world);
      if (world.state.stage !== 'cancelled') return;
      withCosts(world);
      const { orders: _orders, pieces: _pieces, ...left } = leftBehind(world);
      const { orders: _none, pieces: _all, ...nothing } = NOTHING;
      expect(left).toEqual(nothing);
    });
  });

  it('its ledger has what its trips, its reports and its invoices say, and no more (R10)', () => {
    always((world) => {
      const { state, finance } = recovered(world);
      if (isOfBefore(state)) return;
      expect(finance.standing('cost')).toBe(costOf(state));
      expect(finance.standing('invoice')).toBe(invoicedBy(state));
    });
  });

  it('no piece is lost or doubled, and a case that has ended holds none', () => {
    always((world) => {
      const { parts, pieces, orders, state } = recovered(world);
      const ofOrders = [...orders.values()].some(({ state: order }) => order.stage !== 'cancelled');
      if (isTerminal(state.stage) && !ofOrders) expect(parts.left).toBe(0);
      expect(pieces + parts.left).toBe(PIECES + parts.bought + openPurchases(world));
    });
  });
});

/** Cost of a case by its dispatch record and reports, in minor units. */
function costOf(state: CaseState): number {
  const reports = reportsOf(state).flatMap((versions) => versions.slice(-1));
  return (
    tripsOf(state).reduce(
      (sum, { cost }) => sum + (cost ? cost.labourCostCents + cost.travelCostCents : 0),
      0,
    ) + reports.reduce((sum, { report }) => sum + report.partsCostCents, 0)
  );
}

const invoicedBy = ({ invoices = [] }: CaseState): number =>
  invoices.reduce((sum, { creditedAt, totalCents }) => sum + (creditedAt === undefined ? totalCents : 0), 0);

/** Cancelled by a command of before what had happened was kept. */
const isOfBefore = ({ stage, keepsWhatHappened }: CaseState): boolean =>
  stage === 'cancelled' && keepsWhatHappened === undefined;

/** Engineers report the cost of their trips after the cancellation too (R13). */
function withCosts(world: CaseWorld): CaseWorld {
  for (const { number } of tripsWithoutCost(world.state))
    world.does(commands.recordTripCost({ trip: number }));
  expect(tripsOf(world.state).every(({ cost }) => cost !== undefined)).toBe(true);
  return world;
}

const openPurchases = ({ parts }: CaseWorld): number =>
  [...parts.purchases.values()].reduce((sum, { open }) => sum + open, 0);
