import { askSurvey } from '../../after-service/after-service';
import type { Flow } from '../flow';
import { REMOTE } from '../remote/flow';
import { REPAIR_CALLS } from '../repair/calls';
import { REPAIR_FOLD } from '../repair/fold';
import { REPAIR_MESSAGES } from '../repair/messages';
import { REPAIR_RULES } from '../repair/rules';
import { takeBackRepair } from '../repair/take-back';
import { possibleRepeatTasks } from '../repair/tasks';
import { ON_SITE_TASKS } from './tasks';
import type { ON_SITE_TERMS } from './terms';

export const ON_SITE: Flow<typeof ON_SITE_TERMS> = {
  rules: { ...REMOTE.rules, ...REPAIR_RULES },
  fold: { ...REMOTE.fold, ...REPAIR_FOLD },
  tasks: ON_SITE_TASKS,
  sideTasks: possibleRepeatTasks,
  messages: REPAIR_MESSAGES,
  calls: { ...REMOTE.calls, ...REPAIR_CALLS },
  takeBack: takeBackRepair,
  finish: askSurvey,
};
