import type { Refusals } from '../../../refusal';

/** Refusals of repairs, their tests and repeats. */
export const REPAIR_ERRORS = {
  'CASE.NO_REPEAT_REPAIR': {
    kind: 'conflict',
    en: 'The case is not a repeat repair.',
    zh: '该服务单不属于重复维修。',
  },
  'CASE.REPEAT_NOT_ATTRIBUTED': {
    kind: 'conflict',
    en: 'This action item is completed by attributing the repeat repair to a cause.',
    zh: '请通过判定重复维修原因来完成该事项。',
  },
  'CASE.NOT_VERIFIED': {
    kind: 'conflict',
    en: 'The repair has not been tested yet. Verify it with the customer first.',
    zh: '维修结果尚未验证，请先与客户共同验证。',
  },
  'CASE.VERIFIED_ALREADY': {
    kind: 'conflict',
    en: 'The repair has already been verified.',
    zh: '维修结果已验证。',
  },
  'CASE.DIAGNOSE_AGAIN': {
    kind: 'conflict',
    en: 'The last repair did not pass its test. Diagnose the fault again before the next repair.',
    zh: '上次维修未通过验证，请重新诊断后再维修。',
  },
} as const satisfies Refusals;
