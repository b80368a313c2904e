/** Requests that cannot be read: their bytes, headers, encoding or method. */
export const WIRE_ERRORS = {
  'REQUEST.MALFORMED': { status: 400, en: 'This is not a valid HTTP request.', zh: '不是有效的 HTTP 请求。' },
  'REQUEST.TIMED_OUT': {
    status: 408,
    en: 'The request did not arrive completely within the time limit. Send it again.',
    zh: '请求未能在限定时间内完整送达。',
  },
  'REQUEST.HEADERS_TOO_LARGE': { status: 431, en: 'The request headers are too large.', zh: '请求头过大。' },
  'REQUEST.CHARSET_UNSUPPORTED': {
    status: 415,
    en: 'The charset {charset} is not supported. Send JSON as UTF-8.',
    zh: 'JSON 须为 UTF-8 编码，而不是 {charset}。',
  },
  'REQUEST.ENCODING_UNSUPPORTED': {
    status: 415,
    en: 'The content encoding {encoding} is not supported. Send the body uncompressed.',
    zh: '请直接发送内容，不要使用 {encoding} 压缩。',
  },
  'ROUTE.METHOD_NOT_ALLOWED': {
    status: 405,
    en: '{method} is not supported here. Supported: {allowed}.',
    zh: '此处不支持 {method}，可用：{allowed}。',
  },
  'REQUEST.TOO_LARGE': { status: 413, en: 'The request body is too large.', zh: '请求内容过大。' },
  'REQUEST.UNSUPPORTED_MEDIA_TYPE': {
    status: 415,
    en: 'This content type is not supported. Send application/json.',
    zh: '请以 application/json 发送。',
  },
} as const;
