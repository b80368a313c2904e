import { describe, expect, it } from '@jest/globals';
import type { CaseCommand } from '../../../../../domain/case/commands';
import type { PartLine } from '../../../../../domain/case/facts';
import { tasks } from '../../../../../domain/case/tasks';
import { anEngineer } from '../../support/actors';
import type { CaseBuilder } from '../../support/case-builder';
import * as commands from '../../support/commands';
import { allowedTo, given } from '../../support/given';
import { judged, JUDGING, OVER_5000 } from '../../support/judging';
import { CASE_AT } from '../../support/stages';

const parts = (...lines: readonly (readonly [string, number])[]): PartLine[] =>
  lines.map(([partNumber, quantity]) => ({ partNumber, quantity }));

const dispatch = (...lines: readonly (readonly [string, number])[]) =>
  judged(commands.dispatch({ parts: parts(...lines) }));
const diagnose = (...lines: readonly (readonly [string, number])[]) =>
  judged(commands.diagnose({ parts: parts(...lines) }));
const report = (...lines: readonly (readonly [string, number])[]) =>
  judged(commands.report({ partsUsed: parts(...lines).map((line) => ({ ...line, fromStore: true })) }));
const order = (number: string, ...lines: readonly (readonly [string, number])[]) => {
  const { data } = commands.orderParts() as Extract<CaseCommand, { type: 'orderParts' }>;
  const [line] = data.lines;
  if (!line) throw new Error('an order has a line');
  return judged(
    commands.orderParts({
      number,
      lines: parts(...lines).map((part, n) => ({ ...line, ...part, line: n + 1 })),
    }),
  );
};
const ORDER = 'PO-2026-000001';
const approve = (approvalId = 'repair-plan:1') => commands.decideApproval({ approvalId });
const reject = (approvalId = 'repair-plan:1') => commands.decideApproval({ approvalId, decision: 'reject' });
const classified = () => CASE_AT['classified']();
const onSite = () => CASE_AT['on-site']();
const orders = ({ state }: CaseBuilder) => (state.partsOrders ?? []).map(({ number }) => number);
const asked = ({ state }: CaseBuilder) =>
  (state.approvals ?? []).map(({ id, status, amountCents, what }) => [id, status, amountCents, what]);

const askedBriefly = (it: CaseBuilder) => asked(it).map((one) => one.slice(0, 3));
const statuses = (it: CaseBuilder) => asked(it).map((one) => one.slice(0, 2));

describe('What comes to a repair counts against its plan, by whichever command it comes (R9)', () => {
  it('parts taken along: the dispatch goes ahead, and the repair waits', () => {
    const sent = classified().does(dispatch(['MOTOR', 2]));
    expect(sent.state.stage).toBe('dispatched');
    expect(asked(sent)).toEqual([['repair-plan:1', 'open', 970_000, 'MOTOR × 2']]);
    given(sent.onSite()).when(commands.repair()).thenRefused('CASE.APPROVAL_PENDING');
    expect(sent.does(approve()).onSite().repaired().state.stage).toBe('repaired');
  });

  it('parts taken along on an offer that was accepted', () => {
    const offered = classified().offered({ parts: parts(['AIREND', 1]) });
    const taken = offered.does(judged(commands.acceptOffer()));
    expect(asked(taken)).toEqual([['repair-plan:1', 'open', 2_860_000, 'AIREND × 1']]);
  });

  it('below the limit nobody is asked; together with what the diagnosis adds somebody is', () => {
    const sent = classified()
      .does(dispatch(['MOTOR', 1]))
      .onSite();
    expect(asked(sent)).toEqual([]);
    const found = sent.does(diagnose(['SEAL', 2]));
    expect(asked(found)).toEqual([['repair-plan:1', 'open', 505_000, commands.DIAGNOSIS.plan]]);
    given(found).when(commands.repair()).thenRefused('CASE.APPROVAL_PENDING');
  });

  it('what was approved needs no second approval', () => {
    const sent = classified()
      .does(dispatch(['MOTOR', 2]))
      .does(approve())
      .onSite();
    const found = sent.does(diagnose());
    expect(asked(found)).toHaveLength(1);
    expect(found.repaired().state.stage).toBe('repaired');
    const planned = onSite()
      .does(diagnose(['AIREND', 1]))
      .does(approve())
      .does(order(ORDER, ['AIREND', 1]));
    expect([asked(planned).length, orders(planned)]).toEqual([1, [ORDER]]);
    expect(planned.repaired().state.stage).toBe('repaired');
  });

  it('what goes beyond needs one for the whole', () => {
    const approved = classified()
      .does(dispatch(['MOTOR', 2]))
      .does(approve())
      .onSite();
    expect(asked(approved.does(diagnose(['SEAL', 1])))).toEqual([
      ['repair-plan:1', 'approved', 970_000, 'MOTOR × 2'],
      ['repair-plan:2', 'open', 980_000, commands.DIAGNOSIS.plan],
    ]);
  });

  it('a part that no register knows fails closed', () => {
    expect(statuses(classified().does(dispatch(['BOUGHT-IN', 1])))).toEqual([['repair-plan:1', 'open']]);
  });

  it('a rule without a limit is about the plan, and not satisfied by what was taken along', () => {
    const { over: _over, ...always } = OVER_5000.rule;
    const judging = { ...JUDGING, rules: [{ ...OVER_5000, rule: always }] };
    const sent = classified()
      .does({ ...commands.dispatch({ parts: parts(['SEAL', 1]) }), judging })
      .does(approve())
      .onSite();
    expect(asked(sent.does({ ...commands.diagnose(), judging }))).toHaveLength(2);
    expect(asked(classified().does({ ...commands.dispatch(), judging }))).toEqual([]);
  });

  it('a rejected plan that a cheaper one follows is none any more', () => {
    const rejected = classified()
      .does(dispatch(['SEAL', 1]))
      .onSite()
      .does(diagnose(['AIREND', 1]))
      .does(reject());
    given(rejected).when(commands.repair()).thenRefused('CASE.PLAN_REJECTED');
    expect(rejected.does(diagnose(['SEAL', 1])).repaired().state.stage).toBe('repaired');
  });
});

describe('Parts that are ordered (R9, R19)', () => {
  it('wait for approval where they go beyond the plan, and are ordered once they have it', () => {
    const waiting = onSite()
      .does(diagnose())
      .does(order(ORDER, ['AIREND', 1], ['MOTOR', 2]));
    expect(orders(waiting)).toEqual([]);
    expect(asked(waiting)).toEqual([['repair-plan:1', 'open', 3_830_000, `${ORDER}: AIREND × 1, MOTOR × 2`]]);
    given(waiting).when(commands.repair()).thenRefused('CASE.APPROVAL_PENDING');
    const approved = waiting.does(approve());
    expect(orders(approved)).toEqual([ORDER]);
    expect(approved.state.approvals?.[0]).not.toHaveProperty('order');
  });

  it('hold the case up from then on', () => {
    const left = onSite()
      .does(diagnose())
      .leftUnfinished()
      .does(order(ORDER, ['AIREND', 1]));
    expect(left.state.stage).toBe('classified');
    expect(left.does(approve()).state.stage).toBe('awaiting-parts');
  });

  it('are not ordered where that is rejected, and the plan stands as it was', () => {
    const rejected = onSite()
      .does(diagnose())
      .does(order(ORDER, ['AIREND', 1]))
      .does(reject());
    expect(orders(rejected)).toEqual([]);
    expect(rejected.repaired().state.stage).toBe('repaired');
    expect(orders(rejected.does(order('PO-2026-000002', ['SEAL', 1])))).toEqual(['PO-2026-000002']);
  });

  it('are refused while their plan waits, or was rejected, and not offered', () => {
    const open = onSite().does(diagnose(['AIREND', 1]));
    given(open)
      .when(order(ORDER, ['AIREND', 1]))
      .thenRefused('CASE.APPROVAL_PENDING');
    expect(allowedTo(open, anEngineer())).not.toContain('orderParts');
    given(open.does(reject()))
      .when(order(ORDER, ['SEAL', 1]))
      .thenRefused('CASE.PLAN_REJECTED');
  });

  it('count together, however many orders they are split into', () => {
    const first = onSite()
      .does(diagnose())
      .does(order(ORDER, ['MOTOR', 1]));
    expect(orders(first)).toEqual([ORDER]);
    const second = first.does(order('PO-2026-000002', ['MOTOR', 1]));
    expect([orders(second), askedBriefly(second)]).toEqual([[ORDER], [['repair-plan:1', 'open', 970_000]]]);
  });
});

describe('What was used before anybody could ask (R9, R18)', () => {
  const repaired = () => onSite().does(diagnose()).repaired();
  const used = () => repaired().does(report(['AIREND', 1]));

  it('stands in the report, and a supervisor decides on it afterwards', () => {
    expect(used().state.stage).toBe('reported');
    expect(asked(used())).toEqual([['repair-plan:1', 'open', 2_860_000, 'AIREND × 1']]);
    expect(tasks(used().state)).toContainEqual(
      expect.objectContaining({ kind: 'approve', role: 'centre-director' }),
    );
    for (const decision of [approve(), reject()])
      expect(used().does(decision).state.report).toMatchObject({ partsUsed: [{ partNumber: 'AIREND' }] });
  });

  it('keeps the case open until that is decided', () => {
    const surveyed = used().surveyed().revisited();
    given(surveyed).when(commands.close()).thenRefused('CASE.APPROVAL_PENDING');
    expect(tasks(surveyed.state).map(({ kind }) => kind)).toEqual(['approve']);
    expect(surveyed.does(reject()).closed().state.stage).toBe('closed');
  });

  it('is asked for once, and no more where an amendment takes it back', () => {
    const amend = (...lines: readonly (readonly [string, number])[]) =>
      judged(
        commands.amendReport({ partsUsed: parts(...lines).map((line) => ({ ...line, fromStore: true })) }),
      );
    expect(asked(used().does(judged(commands.amendReport())))).toHaveLength(1);
    expect(statuses(used().does(amend(['SEAL', 1])))).toEqual([['repair-plan:1', 'withdrawn']]);
    expect(
      askedBriefly(
        used()
          .does(approve())
          .does(amend(['AIREND', 1], ['SEAL', 1])),
      ),
    ).toEqual([
      ['repair-plan:1', 'approved', 2_860_000],
      ['repair-plan:2', 'open', 2_870_000],
    ]);
  });

  it('within what was approved needs nobody', () => {
    const approved = onSite()
      .does(diagnose(['AIREND', 1]))
      .does(approve())
      .repaired();
    expect(asked(approved.does(report(['AIREND', 1])))).toHaveLength(1);
  });

  it('for the service before the case was reopened covers nothing of the next', () => {
    const again = onSite()
      .does(diagnose(['AIREND', 1]))
      .does(approve())
      .repaired()
      .does(report(['AIREND', 1]));
    const reopened = again.does(commands.reopen());
    expect(statuses(reopened.does(dispatch(['AIREND', 1])))).toEqual([
      ['repair-plan:1', 'approved'],
      ['repair-plan:2', 'open'],
    ]);
  });
});

describe('Commands recorded before there were such facts', () => {
  it('keep their meaning', () => {
    const open = onSite().does(commands.diagnoseForApproval());
    expect(orders(open.does(commands.orderParts()))).toEqual([ORDER]);
    const sent = classified()
      .dispatched({ parts: parts(['AIREND', 1]) })
      .onSite();
    expect(asked(sent)).toEqual([]);
    expect(sent.repaired().state.stage).toBe('repaired');
  });
});
