/** What can be wrong with a customer's link (R36): read by customers, so it says what to do. */
export const LINK_ERRORS = {
  'LINK.REQUIRED': {
    status: 401,
    en: 'Open the link that we sent you: it shows who you are.',
    zh: '请通过我们发送给您的链接打开此页面。',
  },
  'LINK.INVALID': {
    status: 401,
    en: 'This link is not valid. Open the latest one that we sent you, or call us.',
    zh: '此链接无效，请打开我们最近发送给您的链接，或致电我们。',
  },
  'LINK.EXPIRED': {
    status: 410,
    en: 'This link has expired. Open the latest one that we sent you, or call us for a new one.',
    zh: '此链接已过期，请打开我们最近发送给您的链接，或致电我们重新获取。',
  },
  'LINK.REVOKED': {
    status: 410,
    en: 'This link is not valid any more. Open the latest one that we sent you, or call us for a new one.',
    zh: '此链接已失效，请打开我们最近发送给您的链接，或致电我们重新获取。',
  },
  'LINK.USED': {
    status: 410,
    en: 'You have answered already. Thank you.',
    zh: '您已完成评价，感谢您的支持。',
  },
  'SURVEY.ANSWERED_ALREADY': {
    status: 409,
    en: 'The survey was answered already, {answeredBy}, on {at}. Call us if that was not you, or if you want to say otherwise.',
    zh: '该满意度评价已于 {at} {answeredBy}。如非您本人所为或需更改，请致电我们。',
  },
  'SURVEY.OVER': {
    status: 409,
    en: 'The survey cannot be answered any more. Call us: we would like to know what you think.',
    zh: '该满意度评价已截止。欢迎致电我们，告诉我们您的意见。',
  },
  'LINK.NOT_FOR_THIS': {
    status: 403,
    en: 'This link is for the survey alone. Open the latest link to your case that we sent you, or call us.',
    zh: '此链接仅用于满意度评价，请打开我们最近发送给您的服务单链接，或致电我们。',
  },
  'LINK.NOT_CONFIGURED': {
    status: 409,
    en: 'Links for customers are not set up here (AFTERCARE_CUSTOMER_URL).',
    zh: '系统尚未配置客户链接（AFTERCARE_CUSTOMER_URL）。',
  },
  'CUSTOMER.NOT_NOW': {
    status: 409,
    en: 'This cannot be done at the moment. Read the case again, or call us.',
    zh: '目前无法进行此操作，请刷新页面查看最新进展，或致电我们。',
  },
  'RECEIPT.NOTHING_SAID': {
    status: 422,
    en: 'Say of at least one piece whether it is there, is not what was ordered, or is missing.',
    zh: '请至少填写一件备件的情况：已收到、错发或缺失。',
  },
  'APPOINTMENT.NOT_OFFERED': {
    status: 422,
    en: 'This time cannot be chosen (any more). Choose one of those that are free.',
    zh: '该时间不可选或已被占用，请从可选时间中选择。',
  },
} as const;
