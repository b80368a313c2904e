import type { Flow } from '../flow';
import { REMOTE_RULES } from './rules';
import type { REMOTE_TERMS } from './terms';

export const REMOTE: Flow<typeof REMOTE_TERMS, keyof typeof REMOTE_RULES> = {
  rules: REMOTE_RULES,
  tasks: {},
};
