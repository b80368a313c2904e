import { askSurvey } from '../../after-service/after-service';
import type { Flow } from '../flow';
import { REMOTE_CALLS } from './calls';
import { REMOTE_FOLD } from './fold';
import { REMOTE_RULES } from './rules';
import type { REMOTE_TERMS } from './terms';

export const REMOTE: Flow<typeof REMOTE_TERMS> = {
  rules: REMOTE_RULES,
  fold: REMOTE_FOLD,
  tasks: {},
  calls: REMOTE_CALLS,
  finish: askSurvey,
};
