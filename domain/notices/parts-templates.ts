import { ABOUT_CASE, type NoticeTemplate } from './template';

const ABOUT_ORDER = { caseNumber: 'text', orderNumber: 'text' } as const;

/** Messages about parts on order, of the order itself and of the case that waits for it. */
export const PARTS_TEMPLATES = {
  'parts-to-ship': {
    parameters: { ...ABOUT_ORDER, parts: 'told', quantity: 'pieces' },
    title: { en: 'Parts to ship: {orderNumber}', zh: '待发备件：{orderNumber}' },
    text: {
      en: 'Your depot has reserved {quantity}{parts} for parts order {orderNumber} (case {caseNumber}). Please ship the parts.',
      zh: '您仓库已为备件订单 {orderNumber}（服务单 {caseNumber}）预留 {parts}{quantity}，请安排发货。',
    },
  },
  'parts-to-buy': {
    parameters: { ...ABOUT_ORDER, parts: 'told', quantity: 'text' },
    title: { en: 'Parts to buy: {orderNumber}', zh: '待采购备件：{orderNumber}' },
    text: {
      en: 'No depot has {quantity} × {parts} in stock for parts order {orderNumber} (case {caseNumber}). Please order the parts from the supplier.',
      zh: '备件订单 {orderNumber}（服务单 {caseNumber}）所需 {parts} × {quantity}，各仓库均无库存，请向供应商采购。',
    },
  },
  'parts-shipped': {
    parameters: { ...ABOUT_ORDER, carrier: 'text', tracking: 'told', link: 'caseLink' },
    title: { en: 'Your parts are on the way', zh: '您的备件已发货' },
    text: {
      en: 'The parts for case {caseNumber} (order {orderNumber}) have been shipped: {carrier}, {tracking}. Please confirm when they arrive.{link}',
      zh: '服务单 {caseNumber} 的备件（订单 {orderNumber}）已发货：{carrier}，运单号：{tracking}。收到后请确认收货。{link}',
    },
  },
  'parts-readdressed': {
    parameters: { ...ABOUT_ORDER, address: 'text' },
    title: { en: 'Delivery address changed: {orderNumber}', zh: '收货信息变更：{orderNumber}' },
    text: {
      en: 'Please ship the remaining parts of order {orderNumber} (case {caseNumber}) to {address}.',
      zh: '备件订单 {orderNumber}（服务单 {caseNumber}）待发备件的收货地址改为：{address}。',
    },
  },
  'parts-coming-back': {
    parameters: ABOUT_ORDER,
    title: { en: 'Wrong parts returned: {orderNumber}', zh: '错发备件退回：{orderNumber}' },
    text: {
      en: 'The recipient of parts order {orderNumber} (case {caseNumber}) received the wrong parts. They are being returned to your depot.',
      zh: '备件订单 {orderNumber}（服务单 {caseNumber}）的用户收到错发备件，将退回您的仓库，请查收。',
    },
  },
  'parts-order-cancelled': {
    parameters: { ...ABOUT_ORDER, reason: 'told' },
    title: { en: 'Parts order cancelled: {orderNumber}', zh: '备件订单取消：{orderNumber}' },
    text: {
      en: 'Parts order {orderNumber} (case {caseNumber}) was cancelled: {reason}. Parts in transit are returned to your depot.',
      zh: '备件订单 {orderNumber}（服务单 {caseNumber}）已取消：{reason}。在途备件将退回您的仓库。',
    },
  },
  'old-parts-due': {
    parameters: ABOUT_ORDER,
    title: { en: 'Defective parts to return: {orderNumber}', zh: '旧件待返还：{orderNumber}' },
    text: {
      en: 'The new parts of order {orderNumber} (case {caseNumber}) have arrived. Please return the defective parts to a depot.',
      zh: '订单 {orderNumber}（服务单 {caseNumber}）的新备件已送达，请将换下的旧件返还仓库。',
    },
  },
  'old-parts-charged': {
    parameters: { ...ABOUT_ORDER, outletId: 'organisation' },
    title: { en: 'Defective parts charged: {orderNumber}', zh: '旧件扣款：{orderNumber}' },
    text: {
      en: 'The defective parts of order {orderNumber} (case {caseNumber}) were not returned and have been charged to {outletId}.',
      zh: '订单 {orderNumber}（服务单 {caseNumber}）的旧件逾期未返还，已向{outletId}扣款。',
    },
  },
  'old-parts-charged-early': {
    parameters: { ...ABOUT_ORDER, outletId: 'organisation', reason: 'text' },
    title: { en: 'Defective parts charged early: {orderNumber}', zh: '旧件提前扣款：{orderNumber}' },
    text: {
      en: 'The defective parts of order {orderNumber} (case {caseNumber}) have been charged to {outletId} before their return was due. Reason: {reason}',
      zh: '订单 {orderNumber}（服务单 {caseNumber}）的旧件未到返还期限，已提前向{outletId}扣款。原因：{reason}',
    },
  },
  'parts-receipt-corrected': {
    parameters: { ...ABOUT_ORDER, reason: 'text' },
    title: { en: 'Receipt corrected: {orderNumber}', zh: '收货确认已更正：{orderNumber}' },
    text: {
      en: 'The receipt of parts for order {orderNumber} (case {caseNumber}) has been corrected. Reason: {reason}',
      zh: '订单 {orderNumber}（服务单 {caseNumber}）的收货确认已更正。原因：{reason}',
    },
  },
  'parts-follow-up': {
    parameters: { ...ABOUT_ORDER, kind: 'followUp', reason: 'told' },
    title: { en: 'Parts order {orderNumber}: {kind}', zh: '备件订单 {orderNumber}：{kind}' },
    text: {
      en: 'Parts order {orderNumber} (case {caseNumber}) needs action: {kind}. {reason}',
      zh: '备件订单 {orderNumber}（服务单 {caseNumber}）需要跟进：{kind}。{reason}',
    },
  },
  'awaiting-parts': {
    parameters: { ...ABOUT_CASE, orderNumber: 'text' },
    title: { en: 'Waiting for parts: {subject}', zh: '等待备件：{subject}' },
    text: {
      en: 'We ordered the parts for "{subject}" (case {caseNumber}); the order number is {orderNumber}. We will continue as soon as they arrive.',
      zh: '“{subject}”（服务单号 {caseNumber}）所需备件已订购，订单号 {orderNumber}。备件到达后我们将继续处理。',
    },
  },
  'parts-arrived': {
    parameters: ABOUT_CASE,
    title: { en: 'The parts have arrived: {subject}', zh: '备件已到货：{subject}' },
    text: {
      en: 'The parts for "{subject}" (case {caseNumber}) have arrived. The next visit can now be arranged.',
      zh: '“{subject}”（服务单号 {caseNumber}）的备件已到货，可安排下一次上门。',
    },
  },
  'parts-not-coming': {
    parameters: { ...ABOUT_CASE, orderNumber: 'text' },
    title: { en: 'Parts order cancelled: {subject}', zh: '备件订单已取消：{subject}' },
    text: {
      en: 'Parts order {orderNumber} for case {caseNumber} ({subject}) was cancelled. Please decide the next step.',
      zh: '服务单 {caseNumber}（{subject}）的备件订单 {orderNumber} 已取消，请决定后续处理。',
    },
  },
} as const satisfies Record<string, NoticeTemplate>;
