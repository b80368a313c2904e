import type { CaseCall } from '../case/common/call-terms';
import type { Bilingual } from '../bilingual';
import { DOMAIN_ERRORS } from '../errors';
import type { OrderCall } from '../parts-order/call-terms';
import type { DELIVER } from '../process/calls';
import type { CallOutcome } from '../process/decider';
import { filledWords } from '../refusal-words';

/** Name for people of each call to another system or process. */
export const CALL_NAMES: Readonly<Record<CaseCall | OrderCall | typeof DELIVER | 'elapseClock', Bilingual>> =
  {
    reserveParts: { en: 'Reserving parts', zh: '备件预留' },
    releaseParts: { en: 'Releasing reserved parts', zh: '备件预留解除' },
    issueParts: { en: 'Issuing parts', zh: '备件出库' },
    drawParts: { en: 'Issuing parts from local stock', zh: '现场用料出库' },
    handBackParts: { en: 'Returning unused parts to stock', zh: '未用备件退库' },
    reverseSlip: { en: 'Reversing an issue or return of parts', zh: '领退料冲销' },
    registerRequest: { en: 'Registering the new problem', zh: '新问题登记' },
    recordInstallation: { en: 'Recording the installation date of the unit', zh: '设备安装日期登记' },
    learnContacts: { en: 'Adding a contact to the customer record', zh: '客户档案联系方式登记' },
    askToJoin: { en: 'Merging into the other case', zh: '并入其他服务单' },
    accrueCost: { en: 'Posting the cost', zh: '费用入账' },
    reverseCost: { en: 'Reversing a posting', zh: '费用冲销' },
    issueInvoice: { en: 'Issuing the invoice', zh: '账单开具' },
    creditInvoice: { en: 'Crediting the invoice', zh: '账单冲销' },
    requestPurchase: { en: 'Requesting a purchase', zh: '采购申请' },
    recordPurchase: { en: 'Recording the supplier order', zh: '供应商订单登记' },
    receiveGoods: { en: 'Receiving goods', zh: '到货入库' },
    cancelPurchase: { en: 'Cancelling the purchase', zh: '采购取消' },
    shipParts: { en: 'Shipping parts', zh: '备件发货' },
    settleShipment: { en: 'Recording the delivery of a parcel', zh: '包裹签收结果登记' },
    correctShipment: { en: 'Correcting the delivery of a parcel', zh: '更正包裹签收结果' },
    recallShipment: { en: 'Recalling a parcel', zh: '包裹召回' },
    expectReturn: { en: 'Recording defective parts to return', zh: '待返还旧件登记' },
    takeInReturn: { en: 'Receiving defective parts', zh: '旧件入库' },
    forwardReturn: { en: 'Forwarding defective parts to the factory', zh: '旧件返厂' },
    writeOffReturn: { en: 'Writing off defective parts', zh: '旧件核销' },
    cancelReturn: { en: 'Cancelling the return of defective parts', zh: '待返还旧件取消' },
    chargeOutlet: { en: 'Charging the outlet', zh: '服务站扣款' },
    elapseClock: { en: 'Recording an SLA timer step', zh: '时限步骤记录' },
    deliverCommand: { en: 'Notifying the case or the parts order', zh: '服务单与备件订单之间的通知' },
  };

/** Why another system refuses; the same words for an ERP that gives the same code. */
export const SYSTEM_REFUSAL_WORDS: Readonly<Record<string, Bilingual>> = {
  'PARTS.PART_UNKNOWN': { en: 'the catalogue has no such part', zh: '目录中没有该备件' },
  'PARTS.COUNTED_TWICE': { en: 'the count names a part twice', zh: '盘点中有重复的备件' },
  'PARTS.STOCK_MOVED': { en: 'pieces came or went since the sheet was made', zh: '盘点表生成后库存有变动' },
  'PARTS.DEPOT_UNKNOWN': { en: 'the depot does not exist', zh: '没有该仓库' },
  'PARTS.OUT_OF_STOCK': { en: 'no depot has enough stock', zh: '各仓库库存不足' },
  'PARTS.RESERVATION_UNKNOWN': { en: 'the reservation does not exist', zh: '没有该预留' },
  'PARTS.RELEASED': { en: 'the reservation has been released', zh: '预留已解除' },
  'PARTS.SHIPPED': { en: 'all reserved parts have been shipped', zh: '预留的备件已全部发出' },
  'PARTS.PURCHASE_UNKNOWN': { en: 'the purchase does not exist', zh: '没有该采购单' },
  'PARTS.PURCHASE_CANCELLED': { en: 'the purchase has been cancelled', zh: '采购已取消' },
  'PARTS.MORE_THAN_ORDERED': { en: 'the quantity is more than was ordered', zh: '数量超过采购数量' },
  'PARTS.SHIPMENT_UNKNOWN': { en: 'the parcel does not exist', zh: '没有该包裹' },
  'PARTS.SHIPMENT_RECALLED': { en: 'the parcel has been recalled', zh: '包裹已召回' },
  'PARTS.NOT_RESERVED': { en: 'the reserved quantity is too small', zh: '该仓库预留数量不足' },
  'PARTS.NOT_IN_TRANSIT': { en: 'the quantity in transit is too small', zh: '在途数量不足' },
  'PARTS.RETURN_UNKNOWN': { en: 'no defective parts are outstanding', zh: '没有待返还的旧件' },
  'PARTS.RETURN_CANCELLED': { en: 'the return of the defective parts was cancelled', zh: '旧件已无需返还' },
  'PARTS.SLIP_UNKNOWN': { en: 'the issue or return slip does not exist', zh: '没有该领退料单' },
  'PARTS.SLIP_REVERSED': { en: 'it was reversed before it was recorded', zh: '登记前已被撤销' },
  'PARTS.NOT_ISSUED': { en: 'the issued quantity is too small', zh: '已出库数量不足' },
  'PARTS.NOT_SETTLED': { en: 'the quantity there is too small', zh: '该处数量不足' },
  'PARTS.NOT_DUE': { en: 'the outstanding quantity is too small', zh: '待返还数量不足' },
  'UNIT.UNKNOWN': { en: 'the unit is no longer in the register', zh: '设备已不在登记册中' },
  'FINANCE.UNBALANCED': { en: 'debit and credit do not balance', zh: '借贷不平' },
  'FINANCE.ACCOUNT_UNKNOWN': { en: 'the account does not exist', zh: '没有该科目' },
  'FINANCE.ACCOUNT_NOT_REVENUE': { en: 'the account is not a revenue account', zh: '该科目不是收入科目' },
  'FINANCE.ENTRY_UNKNOWN': { en: 'the posting does not exist', zh: '没有该笔记账' },
  'FINANCE.REVERSED': { en: 'it was reversed before it was posted', zh: '入账前已被冲销' },
  'FINANCE.NOT_REVERSIBLE': { en: 'it is itself a reversal', zh: '该笔记账本身即为冲销' },
  'FINANCE.INVOICED': {
    en: 'it is an invoice and has to be credited instead',
    zh: '该笔为账单，应开红字冲销',
  },
  'FINANCE.INVOICE_WRONG': { en: 'the amounts of the invoice do not add up', zh: '账单金额不符' },
  'FINANCE.INVOICE_UNKNOWN': { en: 'the invoice does not exist', zh: '没有该账单' },
  'FINANCE.NUMBER_TAKEN': { en: 'another document already has this number', zh: '单号已被占用' },
  'FINANCE.NOT_AN_INVOICE': { en: 'it is not an invoice', zh: '该笔不是账单' },
  'IDEMPOTENCY.KEY_MISSING': ours('the request had no idempotency key', '请求缺少唯一标识'),
  'IDEMPOTENCY.KEY_REUSED': ours(
    'the idempotency key was already used for another request',
    '同一标识已用于另一请求',
  ),
  'REQUEST.INVALID': ours('the other system could not read the request', '外部系统无法识别该请求'),
  'REQUEST.TOO_LARGE': ours('the request was too large', '请求内容过大'),
  'REQUEST.MEDIA_TYPE': ours('the other system could not read the request', '外部系统无法识别该请求'),
  'CALL.UNKNOWN': ours('Aftercare does not support this call', '系统不支持该调用'),
  'CALL.ANSWER_UNREADABLE': ours('the answer could not be read', '收到的答复无法识别'),
  'CALL.INPUT_WRONG': ours('Aftercare sent an invalid request', '系统发出的请求有误'),
};

function ours(en: string, zh: string): Bilingual {
  return { en: `${en}; contact the system administrator`, zh: `${zh}，请联系系统管理员` };
}

const REFUSED: Bilingual = { en: 'it was refused', zh: '被拒绝' };
const NO_ANSWER: Bilingual = {
  en: 'no usable answer arrived within three days',
  zh: '三天内未收到有效答复',
};

/** `PARTS.OUT_OF_STOCK`: by its code it is a refusal; an error that outlasted its retries has a name like `SystemUnavailable`. */
const REFUSAL_CODE = /^[A-Z_]+\.[A-Z_]+$/;

type Failure = Pick<CallOutcome, 'call'> &
  Omit<Extract<CallOutcome['outcome'], { ok: false }>, 'ok' | 'reason'> & {
    /** The paper that asked for it, where one did. */
    readonly about?: Bilingual;
  };

/** Failed call and reason in words for people: no codes, and no text of another system. */
export function failureWords({ call, code, params = {}, about: document }: Failure): Bilingual {
  const name = ownOf(CALL_NAMES, call) ?? { en: 'A call to another system', zh: '外部系统调用' };
  const why = whyOf(code, params);
  const { partNumber } = params;
  const about = typeof partNumber === 'string' ? partNumber : undefined;
  return {
    en: `${name.en}${document ? ` (${document.en})` : ''} failed: ${why.en}${about === undefined ? '' : ` (${about})`}.`,
    zh: `${name.zh}${document ? `（${document.zh}）` : ''}失败：${why.zh}${about === undefined ? '' : `（${about}）`}。`,
  };
}

function whyOf(code: string, params: NonNullable<Failure['params']>): Bilingual {
  const known = ownOf(SYSTEM_REFUSAL_WORDS, code);
  if (known) return known;
  const rule = ownOf(DOMAIN_ERRORS, code);
  const [en, zh] = rule
    ? [filledWords(rule, params, 'en', undefined), filledWords(rule, params, 'zh', undefined)]
    : [];
  // The rules' words are sentences of their own.
  if (en !== undefined && zh !== undefined) return { en: en.replace(/\.$/, ''), zh: zh.replace(/。$/, '') };
  return REFUSAL_CODE.test(code) && code !== 'CALL.TIMED_OUT' && code !== 'CALL.FAILED' ? REFUSED : NO_ANSWER;
}

const ownOf = (words: Readonly<Record<string, Bilingual>>, key: string): Bilingual | undefined =>
  Object.hasOwn(words, key) ? words[key] : undefined;
