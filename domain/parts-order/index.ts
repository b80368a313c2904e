import { PARTS_TEMPLATES } from '../notices/parts-templates';
import type { ProcessModule } from '../process/module';
import { PARTS_ORDER_ERRORS } from './errors';
import { ORDER_COMMAND_NAMES, ORDER_FOLLOW_UP_NAMES } from './names';
import { ORDER_PERMISSIONS } from './permissions';
import { ORDER_TASK_NAMES } from './task-names';
import { ORDER_CLOCK_NAMES, ORDER_STAGE_NAMES } from './terms';

/** The parts order. */
export const PARTS_ORDER = {
  refusals: PARTS_ORDER_ERRORS,
  permissions: ORDER_PERMISSIONS,
  clocks: ORDER_CLOCK_NAMES,
  templates: PARTS_TEMPLATES,
  commandNames: ORDER_COMMAND_NAMES,
  taskNames: ORDER_TASK_NAMES,
  followUps: ORDER_FOLLOW_UP_NAMES,
  codes: ORDER_STAGE_NAMES,
} as const satisfies ProcessModule;
