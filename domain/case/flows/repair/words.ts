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
    FaultDiagnosed: {},
    RepeatRepairFound: {},
    PossibleRepeatFound: {},
    RepeatRepairAttributed: {},
    UnitRepaired: { toCustomer: { en: 'Repaired', zh: '已修复' } },
    RepairVerified: {
      toCustomer: { en: 'Tested with you: it works properly', zh: '已与您共同验证，运行正常' },
    },
    VerificationFailed: {
      toCustomer: {
        en: 'The test was not passed; we are continuing the repair',
        zh: '验证未通过，继续处理',
      },
    },
    CaseLeftUnrepaired: { toCustomer: { en: 'Ended without a repair', zh: '未维修，服务已结束' } },
  },
} as const satisfies {
  readonly commands: Readonly<Record<keyof RepairCommands, CommandTerms>>;
  readonly events: Readonly<Record<keyof RepairEvents, EventTerms>>;
};
