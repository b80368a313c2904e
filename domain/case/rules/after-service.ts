import { stopAll } from '../../clock/clocks';
import { DomainError } from '../../errors';
import { answerSurvey, makeRevisit } from '../after-service';
import { type RuleBook } from '../rule';

/** What follows the report (R22, R23). */
export const AFTER_SERVICE_RULES: RuleBook<'recordSurvey' | 'recordRevisit' | 'close'> = {
  recordSurvey: {
    stages: ['reported'],
    events: answerSurvey,
  },
  recordRevisit: {
    stages: ['surveyed'],
    events: makeRevisit,
  },
  close: {
    stages: ['surveyed', 'revisited'],
    unless: (state) =>
      state.stage === 'surveyed' && state.revisit?.required !== false
        ? new DomainError('CASE.REVISIT_OUTSTANDING')
        : undefined,
    events: (state, _data, at) => [{ type: 'CaseClosed', data: {} }, ...stopAll(state.clocks, at)],
  },
};
