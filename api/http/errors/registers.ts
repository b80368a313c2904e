/** Errors of register entries: rules, prices, policies, contracts. */
export const REGISTER_ERRORS = {
  'APPROVAL_RULE.EXISTS': {
    status: 409,
    en: '{what} already has a different version that takes effect at {at}. Enter a later one.',
    zh: '{what} 自 {at} 起的版本已存在且内容不同，请另增较晚生效的版本。',
  },
  'APPROVAL_RULE.INVALID': { status: 422, en: '{field}: {reason}', zh: '{field}：{reason}' },
  'APPROVAL_RULE.NO_POLICY': {
    status: 422,
    en: 'No SLA policy in force at {at} covers approvals for such a case ({facts}), so the case could not proceed. Add a policy for the clock "approval" first, or limit the rule to request types that have one.',
    zh: '{at} 时没有时限规则规定此类服务单（{facts}）的审批时限，需要审批的服务单将无法继续。请先为时限“approval”新增规则，或将本规则限于已有时限规则的请求类型。',
  },
  'UNIT.EXISTS': {
    status: 409,
    en: 'A unit with serial number {serial} is already registered with different data.',
    zh: '该出厂编号的设备已登记，且内容不同：{serial}。',
  },
  'UNIT.SERIAL_SHARED': {
    status: 422,
    en: 'Several registered units match this serial number: {serials}. Use one of these spellings.',
    zh: '有多台设备的出厂编号相同但写法不同：{serials}。请按其中一种写法填写。',
  },
  'CUSTOMER.NOT_MERGEABLE': {
    status: 409,
    en: 'Only a prospect can be merged, and only into a customer that is not a prospect and has not been merged.',
    zh: '仅潜在客户可以合并，且须并入未被合并的正式客户。',
  },
  'CUSTOMER.NOT_MERGED': {
    status: 409,
    en: 'The prospect has not been merged into a customer.',
    zh: '该潜在客户未被合并。',
  },
  'PRICE.EXISTS': {
    status: 409,
    en: '{what} already exists with different data.',
    zh: '{what} 已存在，且内容不同。',
  },
  'PRICE.OVERLAPS': {
    status: 409,
    en: 'The price {other} of {what} also takes effect at {from}, so it is unclear which one applies. Choose another start time.',
    zh: '{what} 的价格 {other} 也自 {from} 起生效，无法判断以哪一个为准，请另选起始时间。',
  },
  'PRICE.RETROACTIVE': {
    status: 422,
    en: 'effectiveFrom is in the past, so the price would apply to requests that have not been quoted yet. Set "retroactive": true if this is intended.',
    zh: 'effectiveFrom 早于当前时间，将影响此前提出而尚未报价的项目。如确需如此，请设置 "retroactive": true。',
  },
  'QUOTE.NO_PRICE': {
    status: 422,
    en: 'No price is in force for {what}. Add it to the price list first.',
    zh: '没有有效的价格：{what}。请先在价目表中登记。',
  },
  'POLICY.INVALID': { status: 422, en: '{field}: {reason}', zh: '{field}：{reason}' },
  'POLICY.RETROACTIVE': {
    status: 422,
    en: 'effectiveFrom is in the past, so running SLA timers would change. Set "retroactive": true if this is intended.',
    zh: 'effectiveFrom 早于当前时间，将改变正在计时的时限。如确需如此，请设置 "retroactive": true。',
  },
  'POLICY.EXISTS': {
    status: 409,
    en: '{what} already exists with different content. Versions that have taken effect cannot be changed; add a later one.',
    zh: '{what} 已存在且内容不同。已生效的规定不可改写，请另行新增。',
  },
  'CONTRACT.EXISTS': {
    status: 409,
    en: 'Contract {what} already exists with different data.',
    zh: '合同 {what} 已存在且内容不同。',
  },
  'CONTRACT.OVERLAPS': {
    status: 409,
    en: 'Unit {unit} already has contract {number} for part of this period.',
    zh: '设备 {unit} 在该期间内已有合同 {number}。',
  },
  'ENTITLEMENT.INVALID': { status: 422, en: '{field}: {reason}', zh: '{field}：{reason}' },
  'ENTITLEMENT.RETROACTIVE': {
    status: 422,
    en: '{field} is in the past, so pending entitlement decisions would change. Set "retroactive": true if this is intended.',
    zh: '{field} 早于今天，将改变尚未判定的保修结论。如确需如此，请设置 "retroactive": true。',
  },
  'PRODUCT.EXISTS': {
    status: 409,
    en: 'Product {what} already exists with different content.',
    zh: '产品 {what} 已存在且内容不同。',
  },
  'ENTITLEMENT_RULE.EXISTS': {
    status: 409,
    en: 'Rule {what} already exists with different content.',
    zh: '保修规则 {what} 已存在且内容不同。',
  },
  'ENTITLEMENT_RULE.OVERLAPS': {
    status: 409,
    en: 'Rule {other} already covers {value} for part of this period.',
    zh: '规则 {other} 在该期间内已涉及 {value}。',
  },
  'WARRANTY_TERMS.EXISTS': {
    status: 409,
    en: '{what} already has different terms for units sold from {from}. Choose another start date.',
    zh: '{what} 自 {from} 起售出的设备已有不同的保修条款，请另选起始日期。',
  },
} as const;
