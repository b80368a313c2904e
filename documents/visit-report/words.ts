import type { TripOutcome } from '../../domain/case/visit/trips';
import type { Bilingual } from '../../domain/bilingual';

/** Labels printed only on a visit report. */
export const WORDS = {
  title: { en: 'Visit Report', zh: '上门服务记录单' },
  number: { en: 'Visit no.', zh: '记录单号' },
  visit: { en: 'Visit', zh: '第几次上门' },
  promised: { en: 'Agreed time', zh: '预约时间' },
  outcome: { en: 'Outcome', zh: '结果' },
  reason: { en: 'Reason', zh: '原因' },
  declined: { en: 'Quote declined', zh: '报价未接受' },
  note: { en: "Engineer's note", zh: '工程师说明' },
  finding: { en: 'Finding', zh: '检查结果' },
  plan: { en: 'Plan', zh: '处理方案' },
  cost: { en: 'Internal cost', zh: '内部成本' },
  labourMinutes: { en: 'Labour time', zh: '工时' },
  travelMinutes: { en: 'Travel time', zh: '路途时间' },
  labourCostCents: { en: 'Labour cost', zh: '工时费' },
  travelCostCents: { en: 'Travel cost', zh: '差旅费' },
} as const satisfies Record<string, Bilingual>;

/** Outcome of a visit in words for the customer. */
export const OUTCOME_WORDS: Readonly<Record<TripOutcome, Bilingual>> = {
  'under-way': { en: 'under way', zh: '进行中' },
  repaired: { en: 'repaired', zh: '已修复' },
  unfinished: { en: 'not completed: we will come again', zh: '未完成，将再次上门' },
  'handed-over': { en: 'transferred to another engineer', zh: '改由其他工程师上门' },
  cancelled: { en: 'stopped: the case was cancelled', zh: '服务单取消，上门中止' },
};
export const DECLINED: Bilingual = {
  en: 'no repair: the quote was not accepted',
  zh: '未维修：报价未被接受',
};
