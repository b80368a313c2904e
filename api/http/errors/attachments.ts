/** Errors of files that are sent with a case. */
export const ATTACHMENT_ERRORS = {
  'ATTACHMENT.QUOTA_EXCEEDED': {
    status: 409,
    en: 'The files of a case can take {most} MB in total. This file would exceed the limit.',
    zh: '每张服务单的附件合计不得超过 {most} MB，此文件将超出限额。',
  },
  'ATTACHMENT.TYPE_UNSUPPORTED': {
    status: 415,
    en: 'Send the file as it is, with its Content-Type: {types}.',
    zh: '请直接发送文件内容，并注明 Content-Type：{types}。',
  },
  'ATTACHMENT.TYPE_MISMATCH': {
    status: 422,
    en: 'The content of the file does not match its Content-Type ({claimed}).',
    zh: '文件内容与所注明的 Content-Type（{claimed}）不符。',
  },
  'ATTACHMENT.EMPTY': { status: 400, en: 'The file is empty.', zh: '文件为空。' },
  'ATTACHMENT.TOO_MANY': {
    status: 409,
    en: 'The case already has the maximum of {most} files.',
    zh: '此服务单的附件已达上限（{most} 个）。',
  },
} as const;
