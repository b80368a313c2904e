import { DomainError } from '../../errors';
import { answerSurvey, makeRevisit } from '../after-service';
import { dropAll } from '../approvals';
import { notReopenableBy, reopen } from '../reopen';
import { AFTER_REPORT, type RuleBook } from '../rule';

/** What follows the report (R22, R23). */
export const AFTER_SERVICE_RULES: RuleBook<'recordSurvey' | 'recordRevisit' | 'reopen' | 'close'> = {
  recordSurvey: {
    stages: ['reported'],
    events: answerSurvey,
  },
  recordRevisit: {
    stages: ['surveyed'],
    events: makeRevisit,
  },
  // A closed case has no process any more: what comes up then is a request of its own (R24).
  reopen: { stages: AFTER_REPORT, unless: notReopenableBy, events: reopen },
  close: {
    stages: ['surveyed', 'revisited'],
    unless: (state) =>
      state.stage === 'surveyed' && state.revisit?.required !== false
        ? new DomainError('CASE.REVISIT_OUTSTANDING')
        : undefined,
    events: (state, _data, at) => [{ type: 'CaseClosed', data: {} }, ...dropAll(state, 'case-closed', at)],
  },
};
