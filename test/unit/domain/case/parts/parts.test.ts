import { describe, expect, it } from '@jest/globals';
import { isOfCancelledOrder } from '../../../../../domain/case/parts/orders';
import { CallBook, DELIVER } from '../../../../../domain/process/calls';
import { react } from '../../../../../domain/case/react';
import type { OrderStage } from '../../../../../domain/parts-order/terms';
import { tasks } from '../../../../../domain/case/tasks';
import { aClerk, anEngineer } from '../../support/actors';
import { recordedBy } from '../../support/case-builder';
import * as commands from '../../support/commands';
import { allowedTo, given } from '../../support/given';
import { CASE_AT } from '../../support/stages';

const waiting = () => CASE_AT['awaiting-parts']();

describe('R19: a case that needs parts', () => {
  it('orders them once it is diagnosed, and not before', () => {
    given(CASE_AT['on-site']()).when(commands.orderParts()).thenRefused('CASE.NOT_DIAGNOSED');
    given(CASE_AT.classified()).when(commands.orderParts()).thenRefused('CASE.NOT_DIAGNOSED');
    given(CASE_AT['on-site']().does(commands.diagnose()))
      .when(commands.orderParts())
      .thenState({ stage: 'on-site', partsOrders: [{ number: 'PO-2026-000001', seq: 0 }] });
  });

  it('orders them under a number of their own', () => {
    given(CASE_AT['on-site']().does(commands.diagnose()).does(commands.orderParts()))
      .when(commands.orderParts())
      .thenRefused('COMMAND.INVALID', { field: 'data.number' });
  });

  it('waits for them when the engineer leaves, its resolution paused as the policy says', () => {
    given(CASE_AT['on-site']().does(commands.diagnose()).does(commands.orderParts()))
      .when(commands.leaveUnfinished())
      .thenState({
        stage: 'awaiting-parts',
        clocks: { resolution: { pauses: [{ from: expect.any(String) }] } },
      });
  });

  it('goes on by itself when the last of its orders is received', () => {
    given(waiting())
      .when(commands.recordPartsProgress('shipped', { seq: 5 }))
      .thenState({ stage: 'awaiting-parts' });
    given(waiting())
      .when(commands.recordPartsProgress())
      .thenState({
        stage: 'classified',
        clocks: { resolution: { pauses: [{ from: expect.any(String), to: expect.any(String) }] } },
      });
    given(waiting().does(commands.orderParts({ number: 'PO-2026-000002' })))
      .when(commands.recordPartsProgress())
      .thenState({ stage: 'awaiting-parts' });
  });

  it('also when its order is cancelled: somebody decides what then', () => {
    given(waiting()).when(commands.recordPartsProgress('cancelled')).thenState({ stage: 'classified' });
  });

  it('goes on while it is paused, and its resolution stays paused until it is resumed', () => {
    given(waiting().does(commands.pause()))
      .when(commands.recordPartsProgress())
      .thenState({ stage: 'classified', clocks: { resolution: { pauses: [{ from: expect.any(String) }] } } });
    given(waiting().does(commands.pause())).when(commands.resume()).then({ type: 'CaseResumed', data: {} });
  });

  describe('and is repaired without them', () => {
    const served = () =>
      CASE_AT['on-site']()
        .does(commands.diagnose())
        .does(commands.orderParts())
        .repaired()
        .reported()
        .surveyed()
        .does(commands.recordRevisit());
    const recorded = (stage: OrderStage) => served().does(commands.recordPartsProgress(stage));

    it.each(['requested', 'procuring', 'reserved', 'shipped'] as const)(
      'is not closed while its order is %s: somebody cancels it, or has it received',
      (stage) => {
        given(recorded(stage)).when(commands.close()).thenRefused('CASE.PARTS_UNSETTLED');
        expect(allowedTo(recorded(stage), aClerk())).not.toContain('close');
        expect(tasks(recorded(stage).state)).toMatchObject([
          { kind: 'settle-parts-orders', role: 'enquiry-clerk', params: { orders: ['PO-2026-000001'] } },
        ]);
      },
    );

    it.each(['received', 'closed', 'recalling', 'cancelled'] as const)(
      'is closed though its order is %s: what comes back of it may outlast the case (R20)',
      (stage) => {
        given(recorded(stage)).when(commands.close()).thenState({ stage: 'closed' });
      },
    );
  });

  it('takes no news twice, and none older than it has', () => {
    const recorded = waiting().does(commands.recordPartsProgress('reserved', { seq: 7 }));
    given(recorded)
      .when(commands.recordPartsProgress('requested', { seq: 6 }))
      .then();
    given(recorded)
      .when(commands.recordPartsProgress('reserved', { seq: 7 }))
      .then();
    given(recorded)
      .when(commands.recordPartsProgress('received', { order: 'PO-2026-000099' }))
      .thenRefused('CASE.NO_SUCH_PARTS_ORDER');
  });

  it('is told by its orders alone', () => {
    given(waiting()).when(commands.recordPartsProgress(), { by: aClerk() }).thenRefused('CASE.NOT_PERMITTED');
    expect(allowedTo(waiting(), anEngineer())).toContain('orderParts');
  });

  it('that is cancelled cancels its order, also where the order has not come yet', () => {
    const before = CASE_AT['on-site']().does(commands.diagnose());
    const [ordered] = recordedBy(before, commands.orderParts(), {});
    if (!ordered) throw new Error('No event');
    const { state } = before.does(commands.orderParts());
    const book = new CallBook();
    const at = { processId: 'AS-2026-000001', seq: ordered.seq, at: ordered.at };
    book.add(react(state, ordered), at);
    const [started] = book.runnable();
    expect(started).toMatchObject({ call: DELIVER, input: { start: true, processId: 'PO-2026-000001' } });
    expect(book.add([{ kind: 'undo' }], { ...at, seq: ordered.seq + 1 })).toEqual([started?.key]);
    expect(book.runnable()).toMatchObject([
      { call: DELIVER, undoes: started?.key, input: { start: true, command: { type: 'cancel' } } },
    ]);
    const key = waiting().state.partsOrders?.[0]?.key ?? '';
    for (const stage of ['recalling', 'cancelled'] as const) {
      const { state: takenBack } = waiting().does(commands.recordPartsProgress(stage));
      expect(isOfCancelledOrder(takenBack, `${key}:undo`)).toBe(true);
    }
    expect(isOfCancelledOrder(waiting().state, `${key}:undo`)).toBe(false);
  });
});
