import { flowTerms } from '../../../../../../domain/case/flows/flow-terms';
import { DESK } from '../../../../../../domain/identity/roles';
import { ABOUT_CASE } from '../../../../../../domain/notices/template';

/** The throw-away flow adds this: data by command and by event, and one property of the state. */
export interface GoodsBack {
  readonly commands: {
    readonly awaitGoods: { readonly carrier: string };
    readonly takeGoodsIn: Record<string, never>;
    readonly noteGoodsSent: Record<string, never>;
  };
  readonly events: {
    readonly GoodsAwaited: { readonly carrier: string };
    readonly GoodsTakenIn: Record<string, never>;
    readonly GoodsSent: Record<string, never>;
    readonly GoodsOverdue: { readonly since: string };
    readonly GoodsRecalled: { readonly carrier: string };
  };
  readonly state: {
    readonly goods?: { readonly carrier: string; readonly isOverdue?: true; readonly isRecalled?: true };
  };
}

export const GOODS_BACK_TERMS = {
  ...flowTerms<GoodsBack>()({
    chapters: ['approval'],
    stages: {
      'goods-awaited': {
        name: { en: 'goods awaited', zh: '等待退回货品' },
        toCustomer: { en: 'please send the goods back', zh: '请寄回货品' },
      },
    },
    classified: {
      task: 'ask-for-goods',
      toCustomer: { en: 'your refund is being examined', zh: '退货审核中' },
    },
    owner: () => ({ role: 'warehouse-keeper', organisationId: 'centre-east' }),
    isPaidByCustomer: () => true,
    commands: {
      awaitGoods: { name: { en: 'await the goods', zh: '等待退货' }, roles: DESK },
      takeGoodsIn: { name: { en: 'take the goods in', zh: '登记收货' }, roles: ['warehouse-keeper'] },
      noteGoodsSent: { name: { en: 'note that the goods were sent', zh: '登记货品已寄出' } },
    },
    events: {
      GoodsAwaited: {
        toStaff: { en: 'Awaiting the goods by {carrier}', zh: '等待 {carrier} 送回货品' },
        toCustomer: { en: 'We await your goods', zh: '等待您寄回货品' },
      },
      GoodsTakenIn: { toStaff: { en: 'The goods are back', zh: '货品已收回' } },
      GoodsSent: { toStaff: { en: 'Sent the goods', zh: '货品已寄出' } },
      GoodsOverdue: { toStaff: { en: 'The goods are overdue', zh: '货品逾期未回' } },
      GoodsRecalled: { toStaff: { en: 'The goods were called back', zh: '货品已召回' } },
    },
    clocks: { 'goods-back': { en: 'return of the goods', zh: '货品退回' } },
    refusals: {
      'CASE.GOODS_OVERDUE': { kind: 'conflict', en: 'The goods are overdue.', zh: '货品逾期未退。' },
    },
    templates: {
      'goods-awaited': {
        parameters: { ...ABOUT_CASE, carrier: 'text' },
        title: { en: 'Please send the goods back: {subject}', zh: '请寄回货品：{subject}' },
        text: { en: 'Send them by {carrier}.', zh: '请由 {carrier} 寄回。' },
      },
    },
  }),
  name: { en: 'refund of goods', zh: '退货退款' },
};
