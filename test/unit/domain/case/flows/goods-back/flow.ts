import { askSurvey } from '../../../../../../domain/case/after-service/after-service';
import { notifyCustomer } from '../../../../../../domain/case/common/recipients';
import type { TakingBack } from '../../../../../../domain/case/common/taking-back';
import { factsOf } from '../../../../../../domain/case/intake/registration';
import type { Entry } from '../../../../../../domain/case/rule';
import type { CaseState, RegisteredCase } from '../../../../../../domain/case/state';
import { meetClock, startClock, stopClocks } from '../../../../../../domain/clock/clocks';
import type { GoodsBack } from './terms';

type Refund = CaseState & GoodsBack['state'];
type RegisteredRefund = RegisteredCase & GoodsBack['state'];
type Events = GoodsBack['events'];
interface Of<T extends keyof Events> {
  readonly data: Events[T];
}

const CLOCK = 'goods-back';

/** The flow as its author writes it, in the folder of its own. */
export const GOODS_BACK = {
  rules: {
    awaitGoods: {
      at: ['classified'],
      events: (state: RegisteredRefund, data: Events['GoodsAwaited'], { at }: Entry) => [
        { type: 'GoodsAwaited', data },
        startClock(CLOCK, at, factsOf(state)),
      ],
    },
    takeGoodsIn: {
      at: ['goods-awaited'],
      finishes: true,
      isPointless: ({ goods }: RegisteredRefund) => goods?.isOverdue === true,
      events: (state: RegisteredRefund, data: Events['GoodsTakenIn'], { at }: Entry) => [
        { type: 'GoodsTakenIn', data },
        ...meetClock(state.clocks, CLOCK, at),
      ],
    },
    noteGoodsSent: { by: 'system', at: ['goods-awaited'], events: () => [{ type: 'GoodsSent', data: {} }] },
  },
  fold: {
    GoodsAwaited: (state: Refund, { data }: Of<'GoodsAwaited'>, at: string) => ({
      ...state,
      stage: 'goods-awaited',
      stageSince: at,
      goods: data,
    }),
    GoodsTakenIn: (state: Refund, _event: unknown, at: string) => ({
      ...state,
      stage: 'reported',
      stageSince: at,
    }),
    GoodsSent: (state: Refund) => state,
    GoodsOverdue: (state: Refund) => ({ ...state, goods: { ...state.goods, isOverdue: true } }),
    GoodsRecalled: (state: Refund) => ({ ...state, goods: { ...state.goods, isRecalled: true } }),
  },
  tasks: { 'goods-awaited': () => ({ kind: 'receive-goods', clock: CLOCK }) },
  sideTasks: ({ goods }: RegisteredRefund) =>
    goods?.isOverdue ? [{ kind: 'chase-goods', carrier: goods.carrier }] : [],
  messages: {
    GoodsAwaited: (state: RegisteredRefund, { data }: Of<'GoodsAwaited'>) =>
      notifyCustomer(state, 'goods-awaited', { carrier: data.carrier }),
  },
  calls: {
    GoodsSent: () => [{ kind: 'call', call: 'learnContacts', input: {} }],
  },
  takeBack: (state: RegisteredRefund, { end }: TakingBack) =>
    state.goods && end === 'cancelled'
      ? [{ type: 'GoodsRecalled', data: { carrier: state.goods.carrier } }]
      : [],
  finish: askSurvey,
  clocks: {
    [CLOCK]: {
      expired: (state: RegisteredRefund, at: string) => [
        { type: 'GoodsOverdue', data: { since: at } },
        ...stopClocks(state.clocks, [CLOCK], at),
      ],
      notices: { ClockWarned: () => [] },
    },
  },
};
