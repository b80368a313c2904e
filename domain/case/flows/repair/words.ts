import { DESK, FIELD, SUPERVISORS } from '../../../identity/roles';
import type { CommandTerms, EventTerms } from '../flow-terms';
import type { RepairCommands, RepairEvents } from './case-terms';

/** The repair's commands and events: their names, who may give them, and what the customer reads of them. */
export const REPAIR_WORDS = {
  commands: {
    diagnose: { name: { en: 'diagnose', zh: '故障诊断' }, roles: FIELD },
    repair: { name: { en: 'record the repair', zh: '登记维修' }, roles: FIELD },
    verify: { name: { en: 'verify the repair', zh: '验证维修结果' }, roles: FIELD },
    attributeRepeat: {
      name: { en: 'attribute the repeat repair', zh: '判定重复维修原因' },
      roles: SUPERVISORS,
    },
    endUnrepaired: { name: { en: 'end without a repair', zh: '不维修结束' }, roles: DESK },
  },
  events: {
    FaultDiagnosed: {
      toStaff: {
        en: 'Diagnosed {fault.nameEn}[, caused by {cause.nameEn}]: {finding}',
        zh: '诊断为{fault.nameZh}[，原因：{cause.nameZh}]。{finding}',
      },
    },
    RepeatRepairFound: {
      toStaff: {
        en: 'A repeat repair: {caseNumber} was {days} days ago',
        zh: '重复维修：距服务单 {caseNumber} 仅 {days} 天',
      },
    },
    PossibleRepeatFound: {
      toStaff: {
        en: 'Possibly a repeat repair: {caseNumber} was {days} days ago',
        zh: '可能是重复维修：距服务单 {caseNumber} {days} 天',
      },
    },
    RepeatRepairAttributed: {
      toStaff: {
        en: 'Cause of the repeat repair: {attribution:repeatAttribution}[. {note}]',
        zh: '重复维修原因：{attribution:repeatAttribution}[。{note}]',
      },
    },
    UnitRepaired: {
      toStaff: { en: 'Repaired: {work}', zh: '已维修：{work}' },
      toCustomer: { en: 'Repaired', zh: '已修复' },
    },
    RepairVerified: {
      toStaff: { en: 'The repair passed its test: {method}', zh: '维修验证通过：{method}' },
      toCustomer: { en: 'Tested with you: it works properly', zh: '已与您共同验证，运行正常' },
    },
    VerificationFailed: {
      toStaff: { en: 'The repair did not pass its test: {method}', zh: '维修验证未通过：{method}' },
      toCustomer: {
        en: 'The test was not passed; we are continuing the repair',
        zh: '验证未通过，继续处理',
      },
    },
    CaseLeftUnrepaired: {
      toStaff: {
        en: 'Ended without a repair ({outcome:unrepairedOutcome}): {note}',
        zh: '不维修结束（{outcome:unrepairedOutcome}）：{note}',
      },
      toCustomer: { en: 'Ended without a repair', zh: '未维修，服务已结束' },
    },
  },
} as const satisfies {
  readonly commands: Readonly<Record<keyof RepairCommands, CommandTerms>>;
  readonly events: Readonly<Record<keyof RepairEvents, EventTerms>>;
};
