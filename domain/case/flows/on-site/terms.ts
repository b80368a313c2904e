import { flowTerms } from '../flow-terms';
import { REMOTE_TERMS, type RemoteAdditions } from '../remote/terms';
import type { RepairCommands, RepairEvents, RepairState } from '../repair/case-terms';
import { REPAIR_ERRORS } from '../repair/errors';
import { REPAIR_TEMPLATES } from '../repair/templates';
import { REPAIR_WORDS } from '../repair/words';

/** A visit may show that none was needed, and any visit may come to a repair (ADR 12). */
interface OnSiteAdditions {
  readonly commands: RemoteAdditions['commands'] & RepairCommands;
  readonly events: RemoteAdditions['events'] & RepairEvents;
  readonly state: RemoteAdditions['state'] & RepairState;
}

/** Work that an engineer does at the customer's. */
export const ON_SITE_TERMS = flowTerms<OnSiteAdditions>()({
  chapters: ['dispatch', 'visit', 'parts', 'quote', 'approval', 'report'],
  stages: {
    dispatched: {
      name: { en: 'dispatched', zh: '已派工' },
      toCustomer: { en: 'an engineer is assigned', zh: '已安排工程师' },
    },
    'on-site': {
      name: { en: 'on site', zh: '已到场' },
      toCustomer: { en: 'the engineer is on site', zh: '工程师正在现场服务' },
    },
    'awaiting-parts': {
      name: { en: 'awaiting parts', zh: '等待备件' },
      toCustomer: { en: 'waiting for parts', zh: '等待备件' },
    },
    repaired: {
      name: { en: 'repaired', zh: '已修复' },
      toCustomer: { en: 'repaired', zh: '已修复' },
    },
  },
  classified: {
    task: 'dispatch',
    toCustomer: { en: 'we are arranging an engineer', zh: '正在安排工程师' },
  },
  // A case that waits for parts is with the desk, which follows them.
  owner: ({ stage, dispatch }) =>
    stage === 'awaiting-parts' || dispatch === undefined
      ? undefined
      : {
          role: 'repair-engineer',
          organisationId: dispatch.engineer.outletId,
          staffId: dispatch.engineer.id,
        },
  // By contract: the case charges nothing.
  isPaidByCustomer: () => false,
  commands: { ...REMOTE_TERMS.commands, ...REPAIR_WORDS.commands },
  events: { ...REMOTE_TERMS.events, ...REPAIR_WORDS.events },
  refusals: REPAIR_ERRORS,
  templates: REPAIR_TEMPLATES,
});
