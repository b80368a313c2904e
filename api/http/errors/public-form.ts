/** Errors of the public request form: anybody may read them, so they say what to do. */
export const PUBLIC_FORM_ERRORS = {
  'FORM.TOO_FAST': {
    status: 422,
    en: 'The form was sent faster than a person can fill it in. Please wait {seconds} seconds and send it again.',
    zh: '提交过快，请等待 {seconds} 秒后重新提交。',
  },
  'FORM.STALE': {
    status: 422,
    en: 'The form was open for too long. Please send it again; what you typed is still there.',
    zh: '页面打开时间过长，请重新提交，您填写的内容已保留。',
  },
  'FORM.TOO_MANY': {
    status: 429,
    en: 'Too many requests have come from your network in a short time. Please call us, or send it again later.',
    zh: '您所在的网络短时间内提交的请求过多，请致电我们，或稍后重新提交。',
  },
  'FORM.NOT_BY_HAND': {
    status: 422,
    en: 'This looks as if a program had sent it, so we have not taken it. If you filled it in yourself, please call us.',
    zh: '此请求疑似由程序自动提交，未予受理。如确为您本人填写，请致电我们。',
  },
} as const;
