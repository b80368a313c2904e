import type { Refusals } from '../../refusal';

/** The refusals of offers, in both languages; the codes of `domain/errors.ts`. */
export const OFFER_ERRORS = {
  'OFFER.NONE': {
    kind: 'conflict',
    en: 'The job is not offered to anybody.',
    zh: '该服务单没有进行中的派工邀约。',
  },
  'OFFER.OPEN_ALREADY': {
    kind: 'conflict',
    en: 'The job is offered already, to {nameEn}: withdraw that offer first.',
    zh: '已向{nameZh}发出派工邀约，请先撤回。',
  },
  'OFFER.NOT_YOURS': {
    kind: 'forbidden',
    en: 'The offer was made to another organisation.',
    zh: '该派工邀约发给了其他机构。',
  },
  'OFFER.LAST_TIER': {
    kind: 'conflict',
    en: 'Nobody comes after headquarters: send an engineer, or withdraw the offer.',
    zh: '总部之后没有下一级：请指派工程师或撤回邀约。',
  },
  'OFFER.TRIED_ALREADY': {
    kind: 'conflict',
    en: '{nameEn} has had this offer, for the same time, and did not take it.',
    zh: '{nameZh}已收到过相同时间的邀约，未接受。',
  },
  'OFFER.OUTSIDE_WANTED': {
    kind: 'conflict',
    en: 'The customer wants the engineer between {from} and {to}: choose a time within, or tell by "consent" when they agreed to another.',
    zh: '客户要求的上门时间为 {from} 至 {to}：请选择该时段内的时间，或在“consent”中注明客户何时、以何种方式同意改时间。',
  },
  'ENGINEER.NOT_FREE': {
    kind: 'conflict',
    en: '{engineer} has no time then: taken from {from} to {to}.',
    zh: '{engineer}该时段已有安排（{from} 至 {to}）。',
  },
  'ABSENCE.NOT_PERMITTED': {
    kind: 'forbidden',
    en: 'An engineer tells of their own absence; for others it is their director or headquarters.',
    zh: '工程师只能登记本人的缺勤；他人的缺勤由其中心主任或总部登记。',
  },
  'ABSENCE.OVERLAPS': {
    kind: 'conflict',
    en: '{engineer} is absent then already: from {from} to {to}.',
    zh: '{engineer}该时段已登记缺勤（{from} 至 {to}）。',
  },
} as const satisfies Refusals;
