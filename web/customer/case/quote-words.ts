import type { Words } from '../../shared/language';

export const QUOTE_WORDS = {
  title: { en: 'Our quote', zh: '报价' },
  decide: { en: 'Please decide on our quote', zh: '请确认报价' },
  validUntil: { en: 'valid until {time}', zh: '有效期至 {time}' },
  free: { en: 'Free: covered by your warranty or contract', zh: '免费：由保修或服务合同承担' },
  covered: { en: '{percent} % covered by your warranty or contract', zh: '保修或服务合同承担 {percent}%' },
  accept: { en: 'Accept', zh: '接受' },
  refuse: { en: 'Decline', zh: '拒绝' },
  acceptTitle: { en: 'Accept the quote?', zh: '确定接受报价？' },
  acceptThen: {
    en: 'We go on with the work, and you pay {total} with tax once it is done. This cannot be undone.',
    zh: '接受后我们将继续施工，完工后您需支付含税 {total}，不可撤回。',
  },
  acceptYes: { en: 'Accept for {total}', zh: '接受，支付 {total}' },
  refuseTitle: { en: 'Decline the quote?', zh: '确定拒绝报价？' },
  refuseThen: {
    en: 'We do not repair it and close the case. Trips that were made may be charged.',
    zh: '拒绝后我们将不再维修并结束服务单，已发生的上门可能收费。',
  },
  refuseYes: { en: 'Decline it', zh: '拒绝报价' },
  reason: { en: 'Why?', zh: '原因' },
} as const satisfies Words;
