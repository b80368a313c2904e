import { CALL_NAMES } from '../notices/failed-call';
import { ROLE_NAMES } from '../identity/roles';
import type { Bilingual } from '../bilingual';

/** Words that sentences alone use, beside the code lists of the API: of flags, of addressees, of calls to other systems. */
export const SENTENCE_LISTS: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  callOutcome: { true: { en: 'done', zh: '已完成' }, false: { en: 'refused', zh: '被拒绝' } },
  callUndo: { true: { en: 'taken back', zh: '撤回' } },
  creditReason: {
    'case-cancelled': { en: 'the case was cancelled', zh: '服务单已取消' },
    'report-amended': { en: 'the report was amended', zh: '服务报告已更正' },
  },
  escalation: { ...ROLE_NAMES, owner: { en: 'person responsible', zh: '负责人' } },
  missed: { true: { en: 'no one had come by then', zh: '原定时间无人上门' } },
  resumedBy: { true: { en: 'the hold had ended', zh: '暂停期满' } },
  revisitNeed: {
    true: { en: 'A follow-up call is to be made', zh: '需要回访' },
    false: { en: 'No follow-up call is needed', zh: '无需回访' },
  },
  systemCall: CALL_NAMES,
};
