import type { Refusals } from '../refusal';

/** The refusals of a parts order, in both languages; the codes of `domain/errors.ts`. */
export const PARTS_ORDER_ERRORS = {
  'PARTS_ORDER.NOT_PERMITTED': {
    kind: 'forbidden',
    en: 'Your role does not permit "{command}" on a parts order.',
    zh: '您的角色无权对备件订单执行“{command}”。',
  },
  'PARTS_ORDER.WRONG_STAGE': {
    kind: 'conflict',
    en: '"{command}" is not possible while the parts order is in stage "{stage}". It is possible in: {possible}.',
    zh: '备件订单处于“{stage}”时不能执行“{command}”；可执行的阶段：{possible}。',
  },
  'PARTS_ORDER.ENDED': {
    kind: 'conflict',
    en: 'The parts order is {stage} and can no longer be changed.',
    zh: '备件订单{stage}，不能再进行操作。',
  },
  'PARTS_ORDER.REQUESTED_ALREADY': {
    kind: 'conflict',
    en: 'The parts order has already been requested.',
    zh: '备件订单已申请，无需重复申请。',
  },
  'PARTS_ORDER.NOT_REQUESTED': {
    kind: 'conflict',
    en: 'The parts order has not been requested yet.',
    zh: '备件订单尚未申请。',
  },
  'PARTS_ORDER.NO_SUCH': {
    kind: 'invalid',
    en: 'The parts order has no {what} {number}.',
    zh: '备件订单没有编号为 {number} 的{what}。',
  },
  'PARTS_ORDER.TOO_MANY': {
    kind: 'invalid',
    en: 'Line {line}: the quantity is {quantity}, but the maximum is {available}.',
    zh: '第 {line} 行：填报 {quantity} 件，最多 {available} 件。',
  },
  'PARTS_ORDER.NOT_CONFIRMED': {
    kind: 'conflict',
    en: 'The receipt of shipment {shipment} has not been confirmed yet.',
    zh: '第 {shipment} 批发货尚未确认收货。',
  },
  'PARTS_ORDER.OLD_PARTS_OUTSTANDING': {
    kind: 'conflict',
    en: 'Some defective parts have not been returned yet. They are forwarded to the factory together.',
    zh: '仍有旧件未返还，须待全部返还后一并返厂。',
  },
  'PARTS_ORDER.NO_OLD_PARTS': {
    kind: 'conflict',
    en: 'No defective parts are waiting in a depot.',
    zh: '仓库中没有待返厂旧件。',
  },
  'PARTS_ORDER.NO_OLD_PARTS_DUE': {
    kind: 'conflict',
    en: 'No defective parts are outstanding.',
    zh: '没有尚未返还的旧件。',
  },
} as const satisfies Refusals;
