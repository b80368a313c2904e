import type { Refusals } from '../../refusal';

/** Refusals of visits. */
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
  'CASE.NOT_DIAGNOSED': {
    kind: 'conflict',
    en: 'The fault has not been diagnosed yet, so the parts needed are unknown. Diagnose it first.',
    zh: '故障尚未诊断，无法确定所需备件，请先诊断。',
  },
} as const satisfies Refusals;
