import { ENTITLEMENT_ERRORS } from '../entitlement/errors';
import { CASE_TEMPLATES } from '../notices/case-templates';
import type { ProcessModule } from '../process/module';
import { AFTER_SERVICE_ERRORS } from './after-service/errors';
import { APPROVAL_ERRORS } from './approval/errors';
import { TASK_NAMES } from './common/task-names';
import { DEADLINE_ERRORS } from './common/deadline-errors';
import { OFFER_ERRORS } from './dispatch/errors';
import { CASE_ERRORS } from './errors';
import { FLOW_REFUSALS, FLOW_TEMPLATES } from './flows/all-terms';
import { JOINING_ERRORS } from './intake/joining-errors';
import { COMMAND_NAMES, FOLLOW_UP_NAMES, REQUEST_TYPE_NAMES } from './names';
import { CASE_PERMISSIONS } from './permissions';
import { QUOTE_ERRORS } from './quote/errors';
import { QUOTE_STATUS_NAMES } from './quote/terms';
import { REPORT_ERRORS } from './report/errors';
import { CLOCK_NAMES, STAGE_NAMES } from './terms';
import { VISIT_ERRORS } from './visit/errors';

/** The service case. */
export const SERVICE_CASE = {
  refusals: {
    ...CASE_ERRORS,
    ...DEADLINE_ERRORS,
    ...JOINING_ERRORS,
    ...ENTITLEMENT_ERRORS,
    ...OFFER_ERRORS,
    ...VISIT_ERRORS,
    ...FLOW_REFUSALS,
    ...APPROVAL_ERRORS,
    ...QUOTE_ERRORS,
    ...REPORT_ERRORS,
    ...AFTER_SERVICE_ERRORS,
  },
  permissions: CASE_PERMISSIONS,
  clocks: CLOCK_NAMES,
  templates: { ...CASE_TEMPLATES, ...FLOW_TEMPLATES },
  commandNames: COMMAND_NAMES,
  taskNames: TASK_NAMES,
  followUps: FOLLOW_UP_NAMES,
  codes: { ...STAGE_NAMES, ...REQUEST_TYPE_NAMES, ...QUOTE_STATUS_NAMES },
} as const satisfies ProcessModule;
