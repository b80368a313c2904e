import type { NoticeTemplate } from './template';

const ABOUT_QUOTE = { caseNumber: 'text', subject: 'text', number: 'text' } as const;

/** Messages about quotes and invoices (R7, R10). Amounts come as `CNY 1,234.50`. */
export const QUOTE_TEMPLATES = {
  'quote-offered': {
    parameters: {
      ...ABOUT_QUOTE,
      net: 'text',
      tax: 'text',
      total: 'text',
      declined: 'text',
      validUntil: 'instant',
      link: 'caseLink',
    },
    title: { en: 'Our quote: {subject}', zh: '维修报价：{subject}' },
    text: {
      en: 'Our quote for "{subject}" (case {caseNumber}) is {total}: {net} plus {tax} tax (quote {number}). It is valid until {validUntil}. Please accept or decline it. If you decline, you pay {declined} for the visits already made.{link}',
      zh: '“{subject}”（服务单号 {caseNumber}）的维修报价为 {total}，其中不含税金额 {net}，税额 {tax}（报价单 {number}），有效期至 {validUntil}。请您确认是否接受。如不接受，您需支付已发生的上门费用 {declined}。{link}',
    },
  },
  /** Where warranty or contract pay a part. */
  'quote-offered-in-part': {
    parameters: {
      ...ABOUT_QUOTE,
      price: 'text',
      covered: 'text',
      net: 'text',
      tax: 'text',
      total: 'text',
      declined: 'text',
      validUntil: 'instant',
      link: 'caseLink',
    },
    title: { en: 'Our quote: {subject}', zh: '维修报价：{subject}' },
    text: {
      en: 'The repair for "{subject}" (case {caseNumber}) costs {price}, of which your warranty or contract covers {covered}. You pay {total}: {net} plus {tax} tax (quote {number}). The quote is valid until {validUntil}. Please accept or decline it. If you decline, you pay {declined} for the visits already made.{link}',
      zh: '“{subject}”（服务单号 {caseNumber}）的维修金额为 {price}，其中保修或服务合同承担 {covered}。您需支付 {total}，其中不含税金额 {net}，税额 {tax}（报价单 {number}），有效期至 {validUntil}。请您确认是否接受。如不接受，您需支付已发生的上门费用 {declined}。{link}',
    },
  },
  'quote-reminder': {
    parameters: { ...ABOUT_QUOTE, total: 'text', validUntil: 'instant', link: 'caseLink' },
    title: { en: 'Please decide on our quote: {subject}', zh: '报价待您确认：{subject}' },
    text: {
      en: 'Our quote {number} for "{subject}" (case {caseNumber}), {total}, is valid until {validUntil}. Please accept or decline it.{link}',
      zh: '“{subject}”（服务单号 {caseNumber}）的报价单 {number}（{total}）有效期至 {validUntil}，请您确认是否接受。{link}',
    },
  },
  'quote-accepted': {
    parameters: { ...ABOUT_QUOTE, total: 'text' },
    title: { en: 'Quote accepted: {subject}', zh: '客户已接受报价：{subject}' },
    text: {
      en: 'The customer accepted quote {number} ({total}) for case {caseNumber} ({subject}). The repair can start.',
      zh: '服务单 {caseNumber}（{subject}）：客户已接受报价单 {number}（{total}），可开始维修。',
    },
  },
  'quote-refused': {
    parameters: { ...ABOUT_QUOTE, total: 'text' },
    title: { en: 'Quote declined: {subject}', zh: '客户已拒绝报价：{subject}' },
    text: {
      en: 'The customer declined quote {number} ({total}) for case {caseNumber} ({subject}). Revise it, or end the case without a repair.',
      zh: '服务单 {caseNumber}（{subject}）：客户已拒绝报价单 {number}（{total}）。请修订报价，或不维修结束。',
    },
  },
  'quote-lapsed': {
    parameters: ABOUT_QUOTE,
    title: { en: 'Quote expired: {subject}', zh: '报价已过期：{subject}' },
    text: {
      en: 'Quote {number} for "{subject}" (case {caseNumber}) expired without a decision.',
      zh: '“{subject}”（服务单号 {caseNumber}）的报价单 {number} 在有效期内未获确认，现已过期。',
    },
  },
  'quote-void': {
    parameters: { ...ABOUT_QUOTE, reason: 'voidReason' },
    title: { en: 'Quote no longer valid: {subject}', zh: '报价已作废：{subject}' },
    text: {
      en: 'Quote {number} for "{subject}" (case {caseNumber}) is no longer valid: {reason}.',
      zh: '“{subject}”（服务单号 {caseNumber}）的报价单 {number} 已作废：{reason}。',
    },
  },
  'invoice-issued': {
    parameters: { ...ABOUT_QUOTE, net: 'text', tax: 'text', total: 'text' },
    title: { en: 'Invoice {number}: {total}', zh: '账单 {number}：{total}' },
    text: {
      en: 'The amount due for the service on "{subject}" (case {caseNumber}) is {total}: {net} plus {tax} tax (invoice {number}).',
      zh: '“{subject}”（服务单号 {caseNumber}）的应付服务费为 {total}，其中不含税金额 {net}，税额 {tax}（账单 {number}）。',
    },
  },
  'invoice-issued-in-part': {
    parameters: { ...ABOUT_QUOTE, price: 'text', covered: 'text', net: 'text', tax: 'text', total: 'text' },
    title: { en: 'Invoice {number}: {total}', zh: '账单 {number}：{total}' },
    text: {
      en: 'The service on "{subject}" (case {caseNumber}) costs {price}, of which your warranty or contract covers {covered}. The amount due is {total}: {net} plus {tax} tax (invoice {number}).',
      zh: '“{subject}”（服务单号 {caseNumber}）的服务金额为 {price}，其中保修或服务合同承担 {covered}。您需支付 {total}，其中不含税金额 {net}，税额 {tax}（账单 {number}）。',
    },
  },
  'invoice-credited': {
    parameters: { ...ABOUT_QUOTE, total: 'text' },
    title: { en: 'Invoice {number} has been credited', zh: '账单 {number} 已冲销' },
    text: {
      en: 'Invoice {number} ({total}) for "{subject}" (case {caseNumber}) has been credited in full. You do not need to pay it.',
      zh: '“{subject}”（服务单号 {caseNumber}）的账单 {number}（{total}）已全额冲销，您无需支付。',
    },
  },
} as const satisfies Record<string, NoticeTemplate>;
