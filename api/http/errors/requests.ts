/** Errors of the content of a request, raised by look-ups and by the desk. */
export const REQUEST_ERRORS = {
  'REQUEST.REFERENCE_UNKNOWN': {
    status: 422,
    en: 'No record has this name or number: {value}',
    zh: '没有此名称或编号的记录：{value}',
  },
  'REQUEST.COLLEAGUE_NO_DESK': {
    status: 422,
    en: '{name} has no role that looks after cases. Choose a clerk, a complaint officer, a director or an HQ service manager.',
    zh: '{name}没有负责服务单的角色，请选择咨询与公关员、投诉处理员、服务中心主任或总部服务经理。',
  },
  'REQUEST.PHONE_INVALID': {
    status: 422,
    en: 'The telephone number is not valid. Include the country code, or write it as dialled in {country}.',
    zh: '电话号码无效。请写明国家代码，或按 {country} 国内拨号方式填写。',
  },
  'REQUEST.EMAIL_INVALID': { status: 422, en: 'The e-mail address is not valid.', zh: '电子邮箱地址无效。' },
  'REQUEST.RECEIVED_IN_FUTURE': {
    status: 422,
    en: 'The time of receipt is in the future.',
    zh: '接收时间晚于当前时间。',
  },
  'REQUEST.NOT_TAKEN_THEN': {
    status: 422,
    en: 'The time of answering applies only to telephone calls. It must be between the time of receipt and now.',
    zh: '接听时间仅适用于来电，且须在来电时间与当前时间之间。',
  },
  'REQUEST.RECEIVED_TOO_EARLY': {
    status: 422,
    en: 'The time of receipt is before {earliest}, the earliest date for which SLA policies exist.',
    zh: '接收时间早于 {earliest}，当时尚无服务时限规则。',
  },
  'REQUEST.SENDER_UNREACHABLE': {
    status: 422,
    en: 'Give a telephone number, an e-mail address or a postal address to answer to.',
    zh: '请至少提供电话、电子邮箱或通信地址之一，以便答复。',
  },
} as const;
