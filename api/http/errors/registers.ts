/** What can be wrong with an entry in the registers: rules, prices, policies, contracts. */
export const REGISTER_ERRORS = {
  'APPROVAL_RULE.EXISTS': {
    status: 409,
    en: '{what} has a version from {at} already, with other content. Enter a later one.',
    zh: '{what} 自 {at} 起的版本已存在且内容不同，请另增较晚生效的版本。',
  },
  'APPROVAL_RULE.INVALID': { status: 422, en: '{field}: {reason}', zh: '{field}：{reason}' },
  'APPROVAL_RULE.NO_POLICY': {
    status: 422,
    en: 'No policy in force at {at} says how long an approval may take for such a case ({facts}), and a case that asked for one would stand still. Add a policy for the clock "approval" first, or narrow the rule to a kind of request that has one.',
    zh: '{at} 时没有时限规则规定此类服务单（{facts}）的审批时限，需要审批的服务单将无法继续。请先为时限“approval”新增规则，或将本规则限于已有时限规则的请求类型。',
  },
  'UNIT.EXISTS': {
    status: 409,
    en: 'A unit with this serial number is in the register already, with other content: {serial}.',
    zh: '该出厂编号的设备已登记，且内容不同：{serial}。',
  },
  'UNIT.SERIAL_SHARED': {
    status: 422,
    en: 'Several units have this serial number, spelt differently: {serials}. Write it as one of them.',
    zh: '有多台设备的出厂编号相同但写法不同：{serials}。请按其中一种写法填写。',
  },
  'CUSTOMER.NOT_MERGEABLE': {
    status: 409,
    en: 'Only a prospect can be merged, into a customer who is none and is not merged either.',
    zh: '仅潜在客户可以合并，且须并入未被合并的正式客户。',
  },
  'CUSTOMER.NOT_MERGED': {
    status: 409,
    en: 'The prospect is not merged into a customer.',
    zh: '该潜在客户未被合并。',
  },
  'PRICE.EXISTS': {
    status: 409,
    en: '{what} is there already, with other content.',
    zh: '{what} 已存在，且内容不同。',
  },
  'PRICE.OVERLAPS': {
    status: 409,
    en: 'The price {other} of {what} begins at {from} too, so that none of the two would come first. Enter this one from another instant on.',
    zh: '{what} 的价格 {other} 也自 {from} 起生效，无法判断以哪一个为准，请另选起始时间。',
  },
  'PRICE.RETROACTIVE': {
    status: 422,
    en: 'effectiveFrom lies in the past, so what was asked for before and is not quoted yet would be priced by it: say "retroactive": true if that is meant.',
    zh: 'effectiveFrom 早于当前时间，将影响此前提出而尚未报价的项目：如确需如此，请注明 "retroactive": true。',
  },
  'QUOTE.NO_PRICE': {
    status: 422,
    en: 'No price is in force for this: {what}. Enter it in the price list first.',
    zh: '没有有效的价格：{what}。请先在价目表中登记。',
  },
  'POLICY.INVALID': { status: 422, en: '{field}: {reason}', zh: '{field}：{reason}' },
  'POLICY.RETROACTIVE': {
    status: 422,
    en: 'effectiveFrom lies in the past, so promises that run already would change: say "retroactive": true if that is meant.',
    zh: 'effectiveFrom 早于当前时间，将改变正在计时的承诺：如确需如此，请注明 "retroactive": true。',
  },
  'POLICY.EXISTS': {
    status: 409,
    en: '{what} exists already, and says something else. What was in force is not rewritten: add a later one.',
    zh: '{what} 已存在且内容不同。已生效的规定不可改写，请另行新增。',
  },
  'CONTRACT.EXISTS': {
    status: 409,
    en: 'The contract {what} exists already, and says something else.',
    zh: '合同 {what} 已存在且内容不同。',
  },
  'CONTRACT.OVERLAPS': {
    status: 409,
    en: 'The unit {unit} has the contract {number} on some of these days.',
    zh: '设备 {unit} 在该期间内已有合同 {number}。',
  },
  'ENTITLEMENT.INVALID': { status: 422, en: '{field}: {reason}', zh: '{field}：{reason}' },
  'ENTITLEMENT.RETROACTIVE': {
    status: 422,
    en: '{field} lies in the past, so what has not been judged yet would be judged otherwise: say "retroactive": true if that is meant.',
    zh: '{field} 早于今天，将改变尚未判定的保修结论：如确需如此，请注明 "retroactive": true。',
  },
  'ENTITLEMENT_RULE.EXISTS': {
    status: 409,
    en: 'The rule {what} exists already, and says something else.',
    zh: '保修规则 {what} 已存在且内容不同。',
  },
  'ENTITLEMENT_RULE.OVERLAPS': {
    status: 409,
    en: 'The rule {other} is about {value} on some of these days.',
    zh: '规则 {other} 在该期间内已涉及 {value}。',
  },
  'WARRANTY_TERMS.EXISTS': {
    status: 409,
    en: '{what} has other terms for units sold from {from} on already. Enter them from another day on.',
    zh: '{what} 自 {from} 起售出的设备已有不同的保修条款，请另选起始日期。',
  },
} as const;
