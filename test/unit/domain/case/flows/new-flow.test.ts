/** @jest-environment node */
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { CaseCommand } from '../../../../../domain/case/commands';
import type * as CustomerView from '../../../../../domain/case/customer-view';
import type * as Decide from '../../../../../domain/case/decide';
import type * as Decider from '../../../../../domain/case/decider';
import type * as CustomerShare from '../../../../../domain/case/entitlement/customer-share';
import type * as Names from '../../../../../domain/case/names';
import type * as Rule from '../../../../../domain/case/rule';
import type * as Rules from '../../../../../domain/case/rules';
import type * as State from '../../../../../domain/case/state';
import type * as Tasks from '../../../../../domain/case/tasks';
import type * as Terms from '../../../../../domain/case/terms';
import type * as Permissions from '../../../../../domain/identity/permissions';
import type * as Processes from '../../../../../domain/processes';
import type * as Actors from '../../support/actors';
import type * as CaseFor from '../../support/case-builder';
import { GOODS_BACK_TERMS } from './goods-back/terms';

const DOMAIN = '../../../../../domain';
const CASE = `${DOMAIN}/case`;
const SUPPORT = '../../support';

const GOODS_AWAITED = 'goods-awaited' as Terms.Stage;
const AWAIT_GOODS = { type: 'awaitGoods', data: { carrier: 'SF' } } as unknown as CaseCommand;
const TAKE_IN = { type: 'takeGoodsIn', data: {} } as unknown as CaseCommand;
const NOTE_SENT = { type: 'noteGoodsSent', data: {} } as unknown as CaseCommand;

/** The registry as it is, with the line of one type more or in place of the one it has. */
function withLine(module: string, registry: string, line: object): void {
  const path = `${CASE}/flows/${module}`;
  jest.doMock(path, () => {
    const actual = jest.requireActual<Record<string, object>>(path);
    return { ...actual, [registry]: { ...actual[registry], ...line } };
  });
}

describe('A flow that is a folder and a line in each of two registries', () => {
  let builder: typeof CaseFor;
  let actors: typeof Actors;
  beforeAll(async () => {
    jest.resetModules();
    withLine('terms', 'FLOW_TERMS', { refund: GOODS_BACK_TERMS });
    const { GOODS_BACK } = jest.requireActual<{ readonly GOODS_BACK: object }>('./goods-back/flow');
    withLine('index', 'FLOWS', { refund: GOODS_BACK });
    actors = (await import(`${SUPPORT}/actors`)) as typeof Actors;
    builder = (await import(`${SUPPORT}/case-builder`)) as typeof CaseFor;
  });
  const refund = () => builder.aCase().answered().classified({ requestType: 'refund' });
  const keeper = () => actors.somebodyWith('warehouse-keeper');
  const awaiting = () => refund().does(AWAIT_GOODS, { by: actors.aClerk() });

  it('has its stage among the stages, in the phase of work, with its words', async () => {
    const { phaseOf, REQUEST_TYPES, STAGES, STAGE_NAMES }: typeof Terms = await import(`${CASE}/terms`);
    expect(STAGES.slice(3, -6)).toEqual([
      'classified',
      'dispatched',
      'on-site',
      'awaiting-parts',
      'repaired',
      'goods-awaited',
    ]);
    expect(phaseOf(GOODS_AWAITED)).toBe('work');
    expect(STAGE_NAMES[GOODS_AWAITED]).toEqual(GOODS_BACK_TERMS.stages['goods-awaited'].name);
    expect(REQUEST_TYPES).toContain('refund');
  });

  it('has its commands named and permitted, its clock, refusals and messages in the common vocabulary', async () => {
    const { COMMAND_NAMES }: typeof Names = await import(`${CASE}/names`);
    const { PERMISSIONS }: typeof Permissions = await import(`${DOMAIN}/identity/permissions`);
    const { PROCESS_CLOCKS, saidOf }: typeof Processes = await import(`${DOMAIN}/processes`);
    const { EVENTS_SHOWN }: typeof CustomerView = await import(`${CASE}/customer-view`);
    expect(COMMAND_NAMES).toMatchObject({ awaitGoods: { en: 'await the goods' } });
    expect(PERMISSIONS).toMatchObject({ 'case.takeGoodsIn': ['warehouse-keeper'] });
    expect(PERMISSIONS).not.toHaveProperty('case.noteGoodsSent');
    expect(PROCESS_CLOCKS).toContain('goods-back');
    expect(saidOf('clocks')).toMatchObject(GOODS_BACK_TERMS.clocks);
    expect(saidOf('refusals')).toMatchObject(GOODS_BACK_TERMS.refusals);
    expect(saidOf('templates')).toMatchObject(GOODS_BACK_TERMS.templates);
    expect(EVENTS_SHOWN).toMatchObject({ GoodsAwaited: { en: 'We await your goods' } });
    expect(EVENTS_SHOWN).not.toHaveProperty('GoodsSent');
  });

  it('is worked on by its own commands, with its own task, and shown to the customer in its own words', async () => {
    const { tasks }: typeof Tasks = await import(`${CASE}/tasks`);
    const { stageForCustomer }: typeof CustomerView = await import(`${CASE}/customer-view`);
    expect(tasks(refund().state)).toMatchObject([{ kind: 'ask-for-goods' }]);
    const { state } = awaiting();
    expect(state).toMatchObject({ stage: 'goods-awaited', goods: { carrier: 'SF' } });
    expect(tasks(state)).toMatchObject([
      { kind: 'receive-goods', role: 'warehouse-keeper', clock: 'goods-back' },
    ]);
    const { isRegistered }: typeof State = await import(`${CASE}/state`);
    if (!isRegistered(state)) throw new Error('not registered');
    expect(stageForCustomer(state)).toEqual({ en: 'please send the goods back', zh: '请寄回货品' });
    const { state: done } = awaiting().does(TAKE_IN, { by: keeper() });
    expect(done).toMatchObject({ stage: 'reported', clocks: { 'goods-back': { metAt: done.stageSince } } });
    expect(tasks(done)).toMatchObject([{ kind: 'ask-survey' }]);
  });

  it('offers its commands to those who may give them, and to the system alone what is the system’s', async () => {
    const { allowedCommands, PERSON_COMMANDS }: typeof Decide = await import(`${CASE}/decide`);
    const { state, now } = awaiting();
    expect(allowedCommands(state, keeper(), now)).toContain('takeGoodsIn');
    expect(allowedCommands(state, actors.aClerk(), now)).not.toContain('takeGoodsIn');
    expect(PERSON_COMMANDS).not.toContain('noteGoodsSent');
    expect(() => awaiting().does(NOTE_SENT, { by: actors.aClerk() })).toThrow(
      expect.objectContaining({ code: 'CASE.NOT_PERMITTED' }),
    );
  });

  it('sends its message, and makes its call', async () => {
    const { serviceCase }: typeof Decider = await import(`${CASE}/decider`);
    const asked = awaiting();
    const effects = asked.events.slice(-2).flatMap((event) => serviceCase.react(asked.state, event));
    expect(effects).toMatchObject([{ kind: 'notify', template: 'goods-awaited', params: { carrier: 'SF' } }]);
    const sent = asked.does(NOTE_SENT, { by: { kind: 'system', id: 'system' } });
    expect(sent.events.slice(-1).flatMap((event) => serviceCase.react(sent.state, event))).toMatchObject([
      { kind: 'call', call: 'learnContacts' },
    ]);
  });

  it('says what its clock does, and lists work beside its stage', async () => {
    const { tasks }: typeof Tasks = await import(`${CASE}/tasks`);
    const { serviceCase }: typeof Decider = await import(`${CASE}/decider`);
    const warned = awaiting().elapsed('goods-back', { kind: 'warn' });
    expect(warned.events.slice(-1).flatMap((event) => serviceCase.react(warned.state, event))).toEqual([]);
    const { state, events } = awaiting().elapsed('goods-back', { kind: 'expire' });
    expect(events.slice(-3).map(({ type }) => type)).toEqual([
      'ClockExpired',
      'GoodsOverdue',
      'ClockStopped',
    ]);
    expect(state).toMatchObject({ goods: { carrier: 'SF', isOverdue: true } });
    expect(tasks(state)).toContainEqual({ kind: 'chase-goods', carrier: 'SF' });
  });

  it('can be steered at its stage by the rules that name phases', async () => {
    const { RULES }: typeof Rules = await import(`${CASE}/rules`);
    const { isAt }: typeof Rule = await import(`${CASE}/rule`);
    const possible = Object.entries(RULES)
      .filter(([, rule]) => isAt(rule, GOODS_AWAITED))
      .map(([type]) => type);
    expect(possible).toEqual(
      expect.arrayContaining(['cancel', 'pause', 'handOver', 'changePriority', 'addNote', 'decideApproval']),
    );
    expect(possible).not.toContain('diagnose');
  });

  it('says who pays', async () => {
    const { customerPays }: typeof CustomerShare = await import(`${CASE}/entitlement/customer-share`);
    expect(customerPays(refund().state)).toBe(true);
    expect(customerPays(builder.aCase().answered().classified({ requestType: 'exchange' }).state)).toBe(
      false,
    );
  });

  it('takes back what it has begun after the chapters, whatever ends the case', () => {
    const { state, events } = awaiting().cancelled();
    expect(state).toMatchObject({ stage: 'cancelled', goods: { isRecalled: true } });
    expect(events.slice(-4).map(({ type }) => type)).toEqual([
      'CaseCancelled',
      'ClockStopped',
      'ClockStopped',
      'GoodsRecalled',
    ]);
  });

  it('keeps its command to itself: a case of another type refuses it', () => {
    const repair = builder.aCase().answered().classified();
    expect(() => repair.does(AWAIT_GOODS, { by: actors.aClerk() })).toThrow(
      expect.objectContaining({ code: 'CASE.NOT_THIS_TYPE' }),
    );
  });
});
