import type { Refusals } from '../../refusal';

/** The refusals of joining one case to another, in both languages; the codes of `domain/errors.ts`. */
export const JOINING_ERRORS = {
  'CASE.CANNOT_JOIN_ITSELF': {
    kind: 'invalid',
    en: 'A case cannot be merged into itself.',
    zh: '服务单不能并入自身。',
  },
  'CASE.OTHER_CUSTOMER': {
    kind: 'conflict',
    en: 'Case {into} belongs to another customer. Merge the cases only if they concern the same matter, and confirm that they do.',
    zh: '服务单 {into} 属于其他客户。如确属同一事项，请确认后再并入。',
  },
  'CASE.JOINING': {
    kind: 'conflict',
    en: 'The case is being merged into {into}. Wait until the merge completes.',
    zh: '服务单正在并入 {into}，请等待结果。',
  },
  'CASE.JOINED_ELSEWHERE': {
    kind: 'conflict',
    en: 'The case has been merged into {into}. Continue there.',
    zh: '该服务单已并入 {into}，请在该单继续处理。',
  },
  'CASE.JOINS_CROSS': {
    kind: 'conflict',
    en: 'The other case is already being merged into this one. This case stays open.',
    zh: '对方服务单正并入本服务单，本服务单继续处理。',
  },
} as const satisfies Refusals;
