import type { Refusals } from '../../refusal';

/** Refusals of visits, repairs and their tests. */
export const VISIT_ERRORS = {
  'CASE.ALREADY_DEPARTED': {
    kind: 'conflict',
    en: 'The engineer has set out already.',
    zh: '工程师已经出发。',
  },
  'CASE.ENGINEER_ON_THE_WAY': {
    kind: 'conflict',
    en: 'The engineer is on the way: call us if the time does not suit you any more.',
    zh: '工程师已在途中，如需改期请致电我们。',
  },
  'CASE.NO_REPEAT_REPAIR': {
    kind: 'conflict',
    en: 'The case is not a repeat repair.',
    zh: '该服务单不属于重复维修。',
  },
  'CASE.REPEAT_NOT_ATTRIBUTED': {
    kind: 'conflict',
    en: 'A repeat repair is completed by attributing it to a cause.',
    zh: '重复维修须通过判定原因来完成。',
  },
  'CASE.TRIP_COST_MISSING': {
    kind: 'conflict',
    en: 'What it cost is not known of every trip that was made ({trips}): record it first.',
    zh: '仍有出差未登记费用（第 {trips} 次），请先登记。',
  },
  'CASE.NO_TRIP_WITHOUT_COST': {
    kind: 'conflict',
    en: 'The cost of every trip that ended on its way is known.',
    zh: '途中改派的出差费用均已登记。',
  },
  'CASE.NOT_VERIFIED': {
    kind: 'conflict',
    en: 'The repair has not been tested yet: verify it with the customer first.',
    zh: '维修结果尚未验证：请先与客户共同验证。',
  },
  'CASE.VERIFIED_ALREADY': {
    kind: 'conflict',
    en: 'The repair is verified already.',
    zh: '维修结果已验证。',
  },
  'CASE.DIAGNOSE_AGAIN': {
    kind: 'conflict',
    en: 'The last repair did not pass its test: diagnose again before the next one.',
    zh: '上次维修未通过验证：请重新诊断后再维修。',
  },
  'CASE.NOT_DIAGNOSED': {
    kind: 'conflict',
    en: 'It is not known yet which parts are needed: diagnose the fault first.',
    zh: '尚不清楚需要哪些备件：请先诊断故障。',
  },
} as const satisfies Refusals;
