/** Errors of a customer's link (R36): customers read them, so they say what to do. */
export const LINK_ERRORS = {
  'LINK.REQUIRED': {
    status: 401,
    en: 'Please open this page with the link that we sent you.',
    zh: '请通过我们发送给您的链接打开此页面。',
  },
  'LINK.INVALID': {
    status: 401,
    en: 'This link is not valid. Please open the latest link that we sent you, or call us.',
    zh: '此链接无效，请打开我们最近发送给您的链接，或致电我们。',
  },
  'LINK.EXPIRED': {
    status: 410,
    en: 'This link has expired. Please open the latest link that we sent you, or call us for a new one.',
    zh: '此链接已过期，请打开我们最近发送给您的链接，或致电我们重新获取。',
  },
  'LINK.REVOKED': {
    status: 410,
    en: 'This link is no longer valid. Please open the latest link that we sent you, or call us for a new one.',
    zh: '此链接已失效，请打开我们最近发送给您的链接，或致电我们重新获取。',
  },
  'LINK.USED': {
    status: 410,
    en: 'You have already answered the survey. Thank you.',
    zh: '您已完成评价，感谢您的支持。',
  },
  'SURVEY.ANSWERED_ALREADY': {
    status: 409,
    en: 'The survey was already answered {answeredBy} on {at}. If that was not you, or if you want to change your answer, please call us.',
    zh: '该满意度评价已于 {at} {answeredBy}。如非您本人所为或需更改，请致电我们。',
  },
  'SURVEY.OVER': {
    status: 409,
    en: 'The survey has closed. Your opinion still matters to us: please call us.',
    zh: '该满意度评价已截止。我们仍期待您的意见，欢迎致电我们。',
  },
  'LINK.NOT_FOR_THIS': {
    status: 403,
    en: 'This link is for the survey only. To see your case, please open the latest case link that we sent you, or call us.',
    zh: '此链接仅用于满意度评价，请打开我们最近发送给您的服务单链接，或致电我们。',
  },
  'LINK.NOT_CONFIGURED': {
    status: 409,
    en: 'Customer links are not configured. Set AFTERCARE_CUSTOMER_URL.',
    zh: '系统尚未配置客户链接，请设置 AFTERCARE_CUSTOMER_URL。',
  },
  'CUSTOMER.NOT_NOW': {
    status: 409,
    en: 'This is not possible at the moment. Please reload the page to see the current status, or call us.',
    zh: '目前无法进行此操作，请刷新页面查看最新进展，或致电我们。',
  },
  'RECEIPT.NOTHING_SAID': {
    status: 422,
    en: 'Please state for at least one part whether it arrived, is the wrong part, or is missing.',
    zh: '请至少填写一件备件的情况：已收到、错发或缺失。',
  },
  'APPOINTMENT.NOT_OFFERED': {
    status: 422,
    en: 'This time is no longer available. Please choose one of the available times.',
    zh: '该时间已不可预约，请从可预约的时间中选择。',
  },
} as const;
