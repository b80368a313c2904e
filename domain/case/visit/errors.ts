import type { Refusals } from '../../refusal';

/** Refusals of visits, repairs and their tests. */
export const VISIT_ERRORS = {
  'CASE.ALREADY_DEPARTED': {
    kind: 'conflict',
    en: 'The engineer has already set out.',
    zh: '工程师已经出发。',
  },
  'CASE.ENGINEER_ON_THE_WAY': {
    kind: 'conflict',
    en: 'The engineer is already on the way. If the time no longer suits you, please call us.',
    zh: '工程师已在途中，如需改约上门时间，请致电我们。',
  },
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
  'CASE.TRIP_COST_MISSING': {
    kind: 'conflict',
    en: 'The cost of some visits has not been recorded (visit {trips}). Record it first.',
    zh: '仍有上门费用未登记（第 {trips} 次），请先登记。',
  },
  'CASE.NO_TRIP_WITHOUT_COST': {
    kind: 'conflict',
    en: 'All visits that ended on the way already have their cost recorded.',
    zh: '途中结束的上门费用均已登记。',
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
  'CASE.NOT_DIAGNOSED': {
    kind: 'conflict',
    en: 'The fault has not been diagnosed yet, so the parts needed are unknown. Diagnose it first.',
    zh: '故障尚未诊断，无法确定所需备件，请先诊断。',
  },
} as const satisfies Refusals;
