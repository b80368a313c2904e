/** @jest-environment node */
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { CaseCommand } from '../../../../../domain/case/commands';
import type * as CustomerView from '../../../../../domain/case/customer-view';
import type * as Rule from '../../../../../domain/case/rule';
import type * as Rules from '../../../../../domain/case/rules';
import type * as State from '../../../../../domain/case/state';
import type * as Tasks from '../../../../../domain/case/tasks';
import type * as Terms from '../../../../../domain/case/terms';
import type * as Actors from '../../support/actors';
import type * as CaseFor from '../../support/case-builder';

const CASE = '../../../../../domain/case';
const SUPPORT = '../../support';

const GOODS_AWAITED = 'goods-awaited' as Terms.Stage;

/** A flow as its author writes it: what its folder exports. */
const REFUND_TERMS = {
  name: { en: 'refund of goods', zh: '退货退款' },
  chapters: ['approval'],
  stages: {
    'goods-awaited': {
      name: { en: 'goods awaited', zh: '等待退回货品' },
      toCustomer: { en: 'please send the goods back', zh: '请寄回货品' },
      owner: 'desk',
    },
  },
  classified: {
    task: 'ask-for-goods',
    toCustomer: { en: 'your refund is being examined', zh: '退货审核中' },
  },
  isPaidBy: 'contract',
};
const REFUND = {
  rules: { awaitGoods: { at: ['classified'], events: () => [{ type: 'GoodsAwaited', data: {} }] } },
  tasks: { 'goods-awaited': () => ({ kind: 'receive-goods', clock: 'resolution' }) },
};
const REFUND_FOLD = {
  GoodsAwaited: (state: State.CaseState, _event: unknown, at: string) => ({
    ...state,
    stage: 'goods-awaited',
    stageSince: at,
  }),
};

/** The registry as it is, with one line more. */
function withLine(module: string, registry: string, line: object): void {
  const path = `${CASE}/flows/${module}`;
  jest.doMock(path, () => {
    const actual = jest.requireActual<Record<string, object>>(path);
    return { ...actual, [registry]: { ...actual[registry], ...line } };
  });
}

const AWAIT_GOODS = { type: 'awaitGoods', data: {} } as unknown as CaseCommand;

describe('A flow that is a folder and a line in each registry', () => {
  let builder: typeof CaseFor;
  let aClerk: typeof Actors.aClerk;
  beforeAll(async () => {
    jest.resetModules();
    withLine('terms', 'FLOW_TERMS', { refund: REFUND_TERMS });
    withLine('index', 'FLOWS', { refund: REFUND });
    withLine('fold', 'FLOW_FOLD', REFUND_FOLD);
    jest.doMock('../../../../../domain/identity/permissions', () => ({
      ...jest.requireActual<object>('../../../../../domain/identity/permissions'),
      isPermitted: () => true,
    }));
    ({ aClerk } = (await import(`${SUPPORT}/actors`)) as typeof Actors);
    builder = await import(`${SUPPORT}/case-builder`);
  });
  const refund = () => builder.aCase().answered().classified({ requestType: 'refund' });

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
    expect(STAGE_NAMES[GOODS_AWAITED]).toEqual(REFUND_TERMS.stages['goods-awaited'].name);
    expect(REQUEST_TYPES).toContain('refund');
  });

  it('is worked on by its own command, with its own task, and told to the customer in its own words', async () => {
    const { tasks }: typeof Tasks = await import(`${CASE}/tasks`);
    const { stageForCustomer }: typeof CustomerView = await import(`${CASE}/customer-view`);
    expect(tasks(refund().state)).toMatchObject([{ kind: 'ask-for-goods' }]);
    const { state } = refund().does(AWAIT_GOODS, { by: aClerk() });
    expect(state.stage).toBe('goods-awaited');
    expect(tasks(state)).toMatchObject([
      { kind: 'receive-goods', role: 'enquiry-clerk', clock: 'resolution' },
    ]);
    const { isRegistered }: typeof State = await import(`${CASE}/state`);
    if (!isRegistered(state)) throw new Error('not registered');
    expect(stageForCustomer(state)).toEqual({ en: 'please send the goods back', zh: '请寄回货品' });
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
    expect(refund().does(AWAIT_GOODS, { by: aClerk() }).cancelled().state.stage).toBe('cancelled');
  });

  it('keeps its command to itself: a case of another type refuses it', () => {
    const repair = builder.aCase().answered().classified();
    expect(() => repair.does(AWAIT_GOODS, { by: aClerk() })).toThrow(
      expect.objectContaining({ code: 'CASE.NOT_THIS_TYPE' }),
    );
  });
});
