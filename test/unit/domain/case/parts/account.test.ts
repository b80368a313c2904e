import { describe, expect, it } from '@jest/globals';
import { CaseWorld, STOCK } from '../../support/case-world';
import * as commands from '../../support/commands';
import { refusalOf } from '../../support/given';
import { aRegistration } from '../../support/commands';

const cap = (quantity: number) => ({ partNumber: 'CAP-1', quantity });
const seal = (quantity: number) => ({ partNumber: 'SEAL-2', quantity });
const belt = (quantity: number) => ({ partNumber: 'BELT-3', quantity });

/** Repaired with two capacitors and a seal handed out for it. */
const repaired = (): CaseWorld =>
  [
    commands.answer(),
    commands.classify({ unit: commands.UNIT }),
    commands.dispatch({ parts: [cap(2)] }),
    commands.arrive(),
    commands.diagnose({ parts: [seal(1)] }),
    commands.repair(),
  ].reduce<CaseWorld>((world, command) => world.does(command), new CaseWorld(aRegistration()));
const stockOf = ({ parts }: CaseWorld) => Object.fromEntries(parts.stock);
const out = ({ parts }: CaseWorld) => Object.fromEntries([...parts.out].filter(([, pieces]) => pieces > 0));

describe('The parts of a service report (R18, R20)', () => {
  it('are all that was handed out where it does not say', () => {
    const world = repaired().does(commands.report());
    expect(world.state.report?.partsUsed).toEqual([cap(2), seal(1)]);
    expect(out(world)).toEqual({ 'CAP-1': 2, 'SEAL-2': 1 });
  });

  it('that were not used go back to the depot that they came from', () => {
    const world = repaired().does(commands.report({ partsUsed: [cap(1)] }));
    expect(out(world)).toEqual({ 'CAP-1': 1 });
    expect(stockOf(world)).toEqual({ 'CAP-1': STOCK['CAP-1'] - 1, 'SEAL-2': STOCK['SEAL-2'], 'BELT-3': 40 });
  });

  it('that were never handed out come from the store of the engineer’s outlet', () => {
    const world = repaired().does(commands.report({ partsUsed: [cap(2), seal(1), belt(3)] }));
    expect(out(world)).toEqual({ 'CAP-1': 2, 'SEAL-2': 1, 'BELT-3': 3 });
    expect(world.effectsOf('drawParts')).toMatchObject([
      { input: { depot: 'outlet-suzhou', lines: [belt(3)] } },
    ]);
  });

  it('that the store has not got are a task for a person, that names the part', () => {
    const world = repaired().does(commands.report({ partsUsed: [cap(2), seal(1), belt(41)] }));
    expect(world.tasks).toContain('call-failed');
    expect(world.state.followUps.map(({ reason }) => reason)).toEqual([
      'Issuing parts from local stock (report AS-2026-000001-R1, version 1: 41 × BELT-3) failed: no depot has enough stock.',
    ]);
  });

  it('and are none any more once an amendment asks for something else', () => {
    const world = repaired()
      .does(commands.report({ partsUsed: [cap(2), seal(1), belt(41)] }))
      .does(commands.amendReport({ partsUsed: [cap(2), seal(1)] }));
    expect(world.state.followUps).toEqual([]);
    world.does(commands.amendReport({ partsUsed: [cap(2), seal(1), belt(42)] }));
    expect(world.state.followUps.map(({ reason }) => reason)).toEqual([
      'Issuing parts from local stock (report AS-2026-000001-R1, version 3: 42 × BELT-3) failed: no depot has enough stock.',
    ]);
    world.does(commands.amendReport({ remarks: 'as before' }));
    expect(world.state.followUps).toHaveLength(1);
  });

  it('and stay where the amendment is of before that was so, as in a history of then', () => {
    const ofThen = { ...commands.amendReport({ partsUsed: [cap(2), seal(1)] }), endsTasks: false };
    const world = repaired().does(commands.report({ partsUsed: [cap(2), seal(1), belt(41)] }));
    expect(world.does(ofThen).state.followUps).toHaveLength(1);
  });

  it('are no more than were handed out, unless the rest is said to come from the store', () => {
    const more = [seal(1), cap(1), cap(2)];
    const refusal = refusalOf(() => repaired().does(commands.report({ partsUsed: more })));
    expect(refusal).toMatchObject({
      code: 'REPORT.MORE_THAN_ISSUED',
      field: 'data.partsUsed.2.quantity',
      params: { partNumber: 'CAP-1', quantity: 3, issued: 2 },
    });
    const stated = [seal(1), cap(2), { ...cap(1), fromStore: true }];
    expect(out(repaired().does(commands.report({ partsUsed: stated })))).toEqual({ 'CAP-1': 3, 'SEAL-2': 1 });
  });

  it('are each named once by a serial number, however it is spelt', () => {
    const used = [
      { ...cap(1), serialNumbers: ['sn 10-01'] },
      { ...seal(1), serialNumbers: ['SN-1001'] },
    ];
    expect(refusalOf(() => repaired().does(commands.report({ partsUsed: used })))).toMatchObject({
      code: 'REPORT.SERIAL_TWICE',
      field: 'data.partsUsed.1.serialNumbers.0',
    });
    const twice = [{ ...cap(2), serialNumbers: ['A1', 'a-1'] }];
    expect(refusalOf(() => repaired().does(commands.report({ partsUsed: twice })))?.code).toBe(
      'REPORT.SERIALS_WRONG',
    );
  });

  it('follow an amendment: what went back is handed out after all, and the other way round', () => {
    const world = repaired()
      .does(commands.report({ partsUsed: [cap(1), belt(1)] }))
      .does(commands.amendReport({ partsUsed: [cap(2), seal(1)] }));
    expect(out(world)).toEqual({ 'CAP-1': 2, 'SEAL-2': 1 });
    expect(out(world.does(commands.amendReport({ partsUsed: [seal(1)] })))).toEqual({ 'SEAL-2': 1 });
    expect(world.tasks).not.toContain('undo-failed');
    expect(refusalOf(() => world.does(commands.amendReport({ partsUsed: [cap(3)] })))).toMatchObject({
      code: 'REPORT.MORE_THAN_ISSUED',
      field: 'data.changes.partsUsed.0.quantity',
    });
  });

  it('of several visits and of a repair that failed its test count together', () => {
    const world = [
      commands.answer(),
      commands.classify({ unit: commands.UNIT }),
      commands.dispatch({ parts: [cap(1)] }),
      commands.arrive(),
      commands.diagnose(),
      commands.leaveUnfinished(),
      commands.dispatch({ parts: [cap(1)] }),
      commands.arrive(),
      commands.diagnose({ parts: [seal(1)] }),
      commands.repairUntested(),
      commands.verifyFailed(),
      commands.diagnose({ parts: [seal(2)] }),
      commands.repair(),
    ].reduce<CaseWorld>((so, command) => so.does(command), new CaseWorld(aRegistration()));
    expect(out(world)).toEqual({ 'CAP-1': 2, 'SEAL-2': 3 });
    world.does(commands.report({ partsUsed: [cap(2), seal(1)] }));
    expect(out(world)).toEqual({ 'CAP-1': 2, 'SEAL-2': 1 });
  });

  it('stay used when the case is cancelled: only what was not used went back', () => {
    const world = repaired()
      .does(commands.report({ partsUsed: [cap(1), belt(1)] }))
      .does(commands.cancel());
    expect(out(world)).toEqual({ 'CAP-1': 1, 'BELT-3': 1 });
  });

  it('of a report of before are as they were: all that was reserved was used', () => {
    const before = { ...commands.report({ partsUsed: [cap(1)] }) };
    if (before.type !== 'report') throw new Error('no report');
    const { accountsParts: _now, ...data } = before.data;
    expect(out(repaired().does({ type: 'report', data }))).toEqual({ 'CAP-1': 2, 'SEAL-2': 1 });
  });
});

describe('The parts orders of a case that follow it (R19, R20)', () => {
  const delivered = (): CaseWorld => {
    const world = [
      commands.answer(),
      commands.classify({ unit: commands.UNIT }),
      commands.dispatch(),
      commands.arrive(),
      commands.diagnose(),
      commands.orderParts({ followsCase: true }),
    ].reduce<CaseWorld>((so, command) => so.does(command), new CaseWorld(commands.aRegistration()));
    const { holds } = world.order().state;
    const items = holds.map(({ line, picks }) => ({
      line,
      quantity: picks.reduce((sum, { quantity }) => sum + quantity, 0),
    }));
    world.order().give({ type: 'ship', data: { depot: 'east', carrier: 'SF', items } });
    world.order().give({ type: 'confirmReceipt', data: { shipment: 1 } });
    return world;
  };

  it('are told what the report says was fitted, as it reads by then, and end with the case', () => {
    const world = delivered();
    expect(world.order().state.stage).toBe('received');
    world.does(commands.repair()).does(commands.report());
    const [line] = world.state.partsOrders?.[0]?.lines ?? [];
    expect(world.order().state.used).toEqual([{ line: 1, quantity: line?.quantity }]);
    world.does(commands.amendReport({ partsUsed: [] }));
    expect(world.order().state.used).toEqual([]);
    world.does(commands.recordSurvey()).does(commands.recordRevisit()).does(commands.close());
    expect(world.order().state.stage).toBe('closed');
    expect(world.pending).toEqual([]);
  });

  it('that nobody fitted are a task once the case is closed, and can go back into a depot', () => {
    const world = delivered().does(commands.repair());
    world.does(commands.report({ partsUsed: [] }));
    expect(world.order().state.followUps).toEqual([]);
    world.does(commands.recordSurvey()).does(commands.recordRevisit()).does(commands.close());
    const order = world.order();
    expect(order.state.followUps).toMatchObject([
      { kind: 'parts-with-user', reason: '1 × CAP-1 Capacitor', reasonNames: { zh: '1 × CAP-1 电容' } },
    ]);
    const { withUser } = order.books;
    const back = (quantity: number) =>
      ({ type: 'takeBack', data: { shipment: 1, depot: 'east', items: [{ line: 1, quantity }] } }) as const;
    expect(refusalOf(() => order.give(back(2)))?.code).toBe('PARTS_ORDER.TOO_MANY');
    order.give(back(1));
    expect(order.books.withUser).toBe(withUser - 1);
    expect(refusalOf(() => order.give(back(1)))?.code).toBe('PARTS_ORDER.TOO_MANY');
    order.give({ type: 'completeFollowUp', data: { key: 'parts-with-user', note: 'in the depot' } });
    expect(refusalOf(() => order.give(back(1)))?.code).toBe('PARTS_ORDER.ENDED');
  });

  it('that were fitted before the case was reopened stay fitted, whatever the next report says', () => {
    const world = delivered().does(commands.repair()).does(commands.report());
    world.does(commands.recordSurvey({ serviceScore: 1 })).does(commands.reopen());
    for (const command of [commands.dispatch(), commands.arrive(), commands.diagnose(), commands.repair()])
      world.does(command);
    world.does(commands.report({ partsUsed: [] }));
    expect(world.order().state.used).toEqual([{ line: 1, quantity: 1 }]);
  });

  it('are not taken back where they were delivered: what is with the user is seen to', () => {
    const world = delivered().does(commands.cancel());
    expect(world.tasks).not.toContain('undo-failed');
    expect(world.order().state.followUps).toMatchObject([{ kind: 'parts-with-user' }]);
  });
});
