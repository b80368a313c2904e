import type { Refusals } from '../../refusal';

/** The refusals of offers, in both languages; the codes of `domain/errors.ts`. */
export const OFFER_ERRORS = {
  'OFFER.NONE': {
    kind: 'conflict',
    en: 'The case has no open dispatch offer.',
    zh: '该服务单没有进行中的派工邀约。',
  },
  'OFFER.OPEN_ALREADY': {
    kind: 'conflict',
    en: 'The case is already offered to {nameEn}. Withdraw that offer first.',
    zh: '已向{nameZh}发出派工邀约，请先撤回。',
  },
  'OFFER.NOT_YOURS': {
    kind: 'forbidden',
    en: 'The offer was made to another organisation.',
    zh: '该派工邀约发给了其他机构。',
  },
  'OFFER.LAST_TIER': {
    kind: 'conflict',
    en: 'Headquarters is the last tier. Dispatch an engineer or withdraw the offer.',
    zh: '总部之后没有下一级：请指派工程师或撤回邀约。',
  },
  'OFFER.TRIED_ALREADY': {
    kind: 'conflict',
    en: '{nameEn} has already been offered this case for the same time and did not accept.',
    zh: '{nameZh}此前已收到相同时间的邀约且未接受。',
  },
  'OFFER.OUTSIDE_WANTED': {
    kind: 'conflict',
    en: 'The customer asked for a visit between {from} and {to}. Choose a time in that window, or record when and how the customer agreed to another time.',
    zh: '客户要求的上门时间为 {from} 至 {to}。请选择该时段内的时间；如客户已同意其他时间，请注明同意的时间和方式。',
  },
  'ENGINEER.NOT_FREE': {
    kind: 'conflict',
    en: '{engineer} is not available: booked from {from} to {to}.',
    zh: '{engineer}该时段已有安排（{from} 至 {to}）。',
  },
  'ABSENCE.NOT_PERMITTED': {
    kind: 'forbidden',
    en: 'Engineers can record only their own absence. A centre director or headquarters records it for others.',
    zh: '工程师只能登记本人的缺勤；他人的缺勤由其中心主任或总部登记。',
  },
  'ABSENCE.OVERLAPS': {
    kind: 'conflict',
    en: '{engineer} already has an absence from {from} to {to}.',
    zh: '{engineer}该时段已登记缺勤（{from} 至 {to}）。',
  },
} as const satisfies Refusals;
