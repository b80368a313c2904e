import type { Refusals } from '../../refusal';

/** The refusals of joining one case to another, in both languages; the codes of `domain/errors.ts`. */
export const JOINING_ERRORS = {
  'CASE.CANNOT_JOIN_ITSELF': {
    kind: 'invalid',
    en: 'A case cannot be joined to itself.',
    zh: '服务单不能并入自身。',
  },
  'CASE.OTHER_CUSTOMER': {
    kind: 'conflict',
    en: "Case {into} is another customer's: join them only where they are about the same thing, and confirm it.",
    zh: '服务单 {into} 属于另一客户：如确属同一事项，请确认后再并入。',
  },
  'CASE.JOINING': {
    kind: 'conflict',
    en: 'The case is about to be joined to {into}: wait for the answer.',
    zh: '服务单正在并入 {into}，请等待结果。',
  },
  'CASE.JOINED_ELSEWHERE': {
    kind: 'conflict',
    en: 'The case has been joined to {into}.',
    zh: '该服务单已并入 {into}。',
  },
  'CASE.JOINS_CROSS': {
    kind: 'conflict',
    en: 'The other case is about to be joined to this one, which stays open.',
    zh: '对方服务单正并入本服务单，本服务单继续处理。',
  },
} as const satisfies Refusals;
