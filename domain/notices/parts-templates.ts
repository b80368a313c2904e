import { ABOUT_CASE, type NoticeTemplate } from './template';

const ABOUT_ORDER = { caseNumber: 'text', orderNumber: 'text' } as const;

/** Messages about parts on order, of the order itself and of the case that waits for it. */
export const PARTS_TEMPLATES = {
  'parts-to-ship': {
    parameters: { ...ABOUT_ORDER, parts: 'told', quantity: 'pieces' },
    title: { en: 'Parts to ship: {orderNumber}', zh: '待发备件：{orderNumber}' },
    text: {
      en: 'Your depot holds {quantity}{parts} for parts order {orderNumber} (case {caseNumber}). Please ship it.',
      zh: '您仓库已为备件订单 {orderNumber}（服务单 {caseNumber}）预留 {parts}{quantity}，请安排发货。',
    },
  },
  'parts-to-buy': {
    parameters: { ...ABOUT_ORDER, parts: 'told', quantity: 'text' },
    title: { en: 'Parts to buy: {orderNumber}', zh: '待采购备件：{orderNumber}' },
    text: {
      en: 'No depot has {quantity} × {parts} for parts order {orderNumber} (case {caseNumber}). Please order it.',
      zh: '备件订单 {orderNumber}（服务单 {caseNumber}）所需 {parts} × {quantity} 各仓库均无库存，请采购。',
    },
  },
  'parts-shipped': {
    parameters: { ...ABOUT_ORDER, carrier: 'text', tracking: 'told', link: 'caseLink' },
    title: { en: 'Your parts are on the way', zh: '您的备件已发货' },
    text: {
      en: 'Parts for case {caseNumber} (order {orderNumber}) are on the way: {carrier}, {tracking}. Please tell us when they arrive.{link}',
      zh: '服务单 {caseNumber} 的备件（订单 {orderNumber}）已发出：{carrier}，单号：{tracking}。收到后请告知我们。{link}',
    },
  },
  'parts-readdressed': {
    parameters: { ...ABOUT_ORDER, address: 'text' },
    title: { en: 'Another address: {orderNumber}', zh: '收货信息变更：{orderNumber}' },
    text: {
      en: 'What you still have to ship of parts order {orderNumber} (case {caseNumber}) goes to {address}.',
      zh: '备件订单 {orderNumber}（服务单 {caseNumber}）待发备件的收货地址改为：{address}。',
    },
  },
  'parts-coming-back': {
    parameters: ABOUT_ORDER,
    title: { en: 'Wrong parts are coming back: {orderNumber}', zh: '错发备件退回：{orderNumber}' },
    text: {
      en: 'The user of parts order {orderNumber} (case {caseNumber}) received other parts than ordered. They come back to your depot.',
      zh: '备件订单 {orderNumber}（服务单 {caseNumber}）的用户收到错发备件，将退回您的仓库，请查收。',
    },
  },
  'parts-order-cancelled': {
    parameters: { ...ABOUT_ORDER, reason: 'told' },
    title: { en: 'Parts order cancelled: {orderNumber}', zh: '备件订单取消：{orderNumber}' },
    text: {
      en: 'Parts order {orderNumber} (case {caseNumber}) was cancelled: {reason}. What is on its way comes back to your depot.',
      zh: '备件订单 {orderNumber}（服务单 {caseNumber}）已取消：{reason}。在途备件将退回您的仓库。',
    },
  },
  'old-parts-due': {
    parameters: ABOUT_ORDER,
    title: { en: 'Old parts are due back: {orderNumber}', zh: '旧件待返还：{orderNumber}' },
    text: {
      en: 'The new parts of order {orderNumber} (case {caseNumber}) have arrived: send the old ones back to a depot.',
      zh: '订单 {orderNumber}（服务单 {caseNumber}）的新备件已送达，请将换下的旧件返还仓库。',
    },
  },
  'old-parts-charged': {
    parameters: { ...ABOUT_ORDER, outletId: 'organisation' },
    title: { en: 'Old parts charged: {orderNumber}', zh: '旧件扣款：{orderNumber}' },
    text: {
      en: 'Old parts of order {orderNumber} (case {caseNumber}) never came back and are charged to {outletId}.',
      zh: '订单 {orderNumber}（服务单 {caseNumber}）的旧件逾期未返还，已向{outletId}扣款。',
    },
  },
  'old-parts-charged-early': {
    parameters: { ...ABOUT_ORDER, outletId: 'organisation', reason: 'text' },
    title: { en: 'Old parts charged early: {orderNumber}', zh: '旧件提前扣款：{orderNumber}' },
    text: {
      en: 'Old parts of order {orderNumber} (case {caseNumber}) are charged to {outletId} before they were overdue. Reason: {reason}',
      zh: '订单 {orderNumber}（服务单 {caseNumber}）的旧件未到返还期限，已提前向{outletId}扣款。原因：{reason}',
    },
  },
  'parts-receipt-corrected': {
    parameters: { ...ABOUT_ORDER, reason: 'text' },
    title: { en: 'Receipt corrected: {orderNumber}', zh: '收货确认已更正：{orderNumber}' },
    text: {
      en: 'What was confirmed of the parts of order {orderNumber} (case {caseNumber}) has been corrected. Reason: {reason}',
      zh: '订单 {orderNumber}（服务单 {caseNumber}）的收货确认已更正。原因：{reason}',
    },
  },
  'parts-follow-up': {
    parameters: { ...ABOUT_ORDER, kind: 'followUp', reason: 'told' },
    title: { en: 'Parts order {orderNumber}: {kind}', zh: '备件订单 {orderNumber}：{kind}' },
    text: {
      en: 'Parts order {orderNumber} (case {caseNumber}) needs somebody: {kind}. {reason}',
      zh: '备件订单 {orderNumber}（服务单 {caseNumber}）需要跟进：{kind}。{reason}',
    },
  },
  'awaiting-parts': {
    parameters: { ...ABOUT_CASE, orderNumber: 'text' },
    title: { en: 'Waiting for parts: {subject}', zh: '等待备件：{subject}' },
    text: {
      en: 'Parts for "{subject}" (case {caseNumber}) are on order as {orderNumber}. We go on as soon as they have arrived.',
      zh: '“{subject}”（服务单号 {caseNumber}）所需备件已订购，订单号 {orderNumber}。备件到达后我们将继续处理。',
    },
  },
  'parts-arrived': {
    parameters: ABOUT_CASE,
    title: { en: 'The parts are there: {subject}', zh: '备件已到：{subject}' },
    text: {
      en: 'The parts for "{subject}" (case {caseNumber}) are there: the next visit can be arranged.',
      zh: '“{subject}”（服务单号 {caseNumber}）的备件已到，可以安排下一次上门。',
    },
  },
  'parts-not-coming': {
    parameters: { ...ABOUT_CASE, orderNumber: 'text' },
    title: { en: 'Parts order cancelled: {subject}', zh: '备件订单已取消：{subject}' },
    text: {
      en: 'Parts order {orderNumber} for case {caseNumber} ({subject}) was cancelled. Please decide how to go on.',
      zh: '服务单 {caseNumber}（{subject}）的备件订单 {orderNumber} 已取消，请决定后续处理。',
    },
  },
} as const satisfies Record<string, NoticeTemplate>;
