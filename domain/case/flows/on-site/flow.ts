import type { Flow } from '../flow';
import { REMOTE_RULES } from '../remote/rules';
import { REPAIR_RULES } from '../repair/rules';
import { ON_SITE_TASKS } from './tasks';
import type { ON_SITE_TERMS } from './terms';

export const ON_SITE: Flow<typeof ON_SITE_TERMS, keyof typeof REMOTE_RULES | keyof typeof REPAIR_RULES> = {
  rules: { ...REMOTE_RULES, ...REPAIR_RULES },
  tasks: ON_SITE_TASKS,
};
