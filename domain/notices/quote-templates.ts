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
      en: 'For "{subject}" (case {caseNumber}) we quote {total}: {net} and {tax} tax (quote {number}). It holds until {validUntil}. Please accept or decline it. If you decline, you pay {declined} for the trips made.{link}',
      zh: '“{subject}”（服务单号 {caseNumber}）的维修报价为 {total}，其中不含税金额 {net}，税额 {tax}（报价单 {number}），有效期至 {validUntil}。请您确认接受或拒绝。如不接受，已发生的上门差旅费为 {declined}。{link}',
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
      en: 'For "{subject}" (case {caseNumber}) the work comes to {price}; warranty or contract cover {covered} of it. You pay {total}: {net} and {tax} tax (quote {number}). The quote holds until {validUntil}. Please accept or decline it. If you decline, you pay {declined} for the trips made.{link}',
      zh: '“{subject}”（服务单号 {caseNumber}）的维修金额为 {price}，其中保修或合同承担 {covered}。您需支付 {total}，其中不含税金额 {net}，税额 {tax}（报价单 {number}），有效期至 {validUntil}。请您确认接受或拒绝。如不接受，已发生的上门差旅费为 {declined}。{link}',
    },
  },
  'quote-reminder': {
    parameters: { ...ABOUT_QUOTE, total: 'text', validUntil: 'instant', link: 'caseLink' },
    title: { en: 'Our quote waits for your decision: {subject}', zh: '报价待您确认：{subject}' },
    text: {
      en: 'Our quote {number} of {total} for "{subject}" (case {caseNumber}) holds until {validUntil}. Please accept or decline it.{link}',
      zh: '“{subject}”（服务单号 {caseNumber}）的报价单 {number}（{total}）有效期至 {validUntil}，请您确认接受或拒绝。{link}',
    },
  },
  'quote-accepted': {
    parameters: { ...ABOUT_QUOTE, total: 'text' },
    title: { en: 'Quote accepted: {subject}', zh: '客户已接受报价：{subject}' },
    text: {
      en: 'The customer has accepted quote {number} of {total} for case {caseNumber} ({subject}). The repair may go ahead.',
      zh: '服务单 {caseNumber}（{subject}）：客户已接受报价单 {number}（{total}），可以维修。',
    },
  },
  'quote-refused': {
    parameters: { ...ABOUT_QUOTE, total: 'text' },
    title: { en: 'Quote declined: {subject}', zh: '客户已拒绝报价：{subject}' },
    text: {
      en: 'The customer has declined quote {number} of {total} for case {caseNumber} ({subject}). Revise it, or end the case without a repair.',
      zh: '服务单 {caseNumber}（{subject}）：客户已拒绝报价单 {number}（{total}）。请修订报价，或不维修而结束。',
    },
  },
  'quote-lapsed': {
    parameters: ABOUT_QUOTE,
    title: { en: 'Quote lapsed: {subject}', zh: '报价已过期：{subject}' },
    text: {
      en: 'Quote {number} for case {caseNumber} ({subject}) has lapsed without a decision.',
      zh: '服务单 {caseNumber}（{subject}）的报价单 {number} 未获确认，已过有效期。',
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
  'case-left-unrepaired': {
    parameters: { caseNumber: 'text', subject: 'text' },
    title: { en: 'Ended without a repair: {subject}', zh: '未维修结束：{subject}' },
    text: {
      en: 'As you declined our quote, "{subject}" (case {caseNumber}) ends without a repair. Tell us whenever you want it taken up again.',
      zh: '因您未接受报价，“{subject}”（服务单号 {caseNumber}）未维修而结束。如需继续处理，请随时与我们联系。',
    },
  },
  'invoice-issued': {
    parameters: { ...ABOUT_QUOTE, net: 'text', tax: 'text', total: 'text' },
    title: { en: 'Invoice {number}: {total}', zh: '账单 {number}：{total}' },
    text: {
      en: 'For the service on "{subject}" (case {caseNumber}) you owe {total}: {net} and {tax} tax (invoice {number}).',
      zh: '“{subject}”（服务单号 {caseNumber}）的服务费用为 {total}，其中不含税金额 {net}，税额 {tax}（账单 {number}）。',
    },
  },
  'invoice-issued-in-part': {
    parameters: { ...ABOUT_QUOTE, price: 'text', covered: 'text', net: 'text', tax: 'text', total: 'text' },
    title: { en: 'Invoice {number}: {total}', zh: '账单 {number}：{total}' },
    text: {
      en: 'The service on "{subject}" (case {caseNumber}) comes to {price}; warranty or contract cover {covered} of it. You owe {total}: {net} and {tax} tax (invoice {number}).',
      zh: '“{subject}”（服务单号 {caseNumber}）的服务金额为 {price}，其中保修或合同承担 {covered}。您需支付 {total}，其中不含税金额 {net}，税额 {tax}（账单 {number}）。',
    },
  },
  'invoice-credited': {
    parameters: { ...ABOUT_QUOTE, total: 'text' },
    title: { en: 'Invoice {number} is credited', zh: '账单 {number} 已冲销' },
    text: {
      en: 'Invoice {number} of {total} for "{subject}" (case {caseNumber}) is credited in full: you do not owe it.',
      zh: '“{subject}”（服务单号 {caseNumber}）的账单 {number}（{total}）已全额冲销，您无需支付。',
    },
  },
} as const satisfies Record<string, NoticeTemplate>;
