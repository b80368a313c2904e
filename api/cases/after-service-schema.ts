import { Type } from '@sinclair/typebox';
import { SURVEY_WAYS, TAKEN_BY_STAFF } from '../../domain/case/after-service/terms';
import { REDRESSES } from '../../domain/case/after-service/follow-up-terms';
import { CaseNumber, Closed, Nullable, REASON_FIELDS, Text, literals } from '../http/schema/common';
import { At } from '../http/schema/paging';

const RequestNumber = Type.String({ examples: ['RQ-2026-000001'] });

/** After-service fields of a case, for staff (R22–R24). */
export const AFTER_SERVICE_FIELDS = {
  survey: Nullable(
    Type.Object({
      state: literals(['asked', 'answered', 'lapsed']),
      askedAt: Nullable(At),
      productScore: Nullable(Type.Integer()),
      serviceScore: Nullable(Type.Integer()),
      comment: Nullable(Type.String()),
      how: Nullable(literals(SURVEY_WAYS, { description: '`link`: by the customer themselves' })),
      takenBy: Nullable(Type.Object({ id: Type.String(), name: Type.String(), at: At })),
    }),
  ),
  revisit: Nullable(
    Type.Object({
      required: Type.Boolean(),
      reason: literals(['level-always', 'sampled', 'not-sampled']),
      attempts: Type.Integer({ description: 'In vain so far' }),
      nextAttemptFrom: Nullable({ ...At, description: 'The customer was not reached: not before then' }),
      outcome: Nullable(literals(['satisfied', 'dissatisfied', 'new-problem', 'not-reached'])),
    }),
  ),
  followUps: Type.Array(
    Type.Object({ key: Type.String(), kind: Type.String(), ...REASON_FIELDS, openedAt: At }),
  ),
  doneFollowUps: Type.Array(
    Type.Object({
      key: Type.String(),
      reason: Type.String(),
      openedAt: At,
      doneAt: At,
      by: Type.Object({ id: Type.String(), name: Type.String() }),
      note: Type.String(),
      redress: literals(REDRESSES),
      satisfied: Nullable(Type.Boolean({ description: 'Null: the next service has to show it' })),
    }),
    { description: 'What was done for a customer who was not satisfied (R22)' },
  ),
  newProblems: Type.Array(
    Type.Object({
      text: Type.String(),
      foundAt: At,
      requestNumber: Nullable(RequestNumber),
      caseNumber: Nullable(CaseNumber),
    }),
    { description: 'Found on the revisit, each a request and a case of its own (R24)' },
  ),
  origin: Nullable(
    Type.Object(
      { caseNumber: CaseNumber, requestNumber: RequestNumber },
      { description: 'The case on whose revisit the problem was found' },
    ),
  ),
};

const Score = Type.Integer({
  title: 'SurveyScore',
  minimum: 1,
  maximum: 5,
  description: '1 very dissatisfied … 5 very satisfied',
});

/** The commands that follow a service, as they are sent. */
export const AFTER_SERVICE_COMMAND_DATA = {
  recordSurvey: Closed({
    productScore: Score,
    serviceScore: Score,
    comment: Type.Optional(Text(5_000)),
    how: Type.Optional(
      literals(TAKEN_BY_STAFF, { description: 'How the customer said so; left out: by phone' }),
    ),
  }),
  recordRevisit: Closed({
    outcome: literals(['satisfied', 'dissatisfied', 'new-problem', 'not-reached']),
    note: Text(5_000),
  }),
  completeFollowUp: Closed({
    key: Text(300),
    note: Text(5_000),
    outcome: Type.Optional(
      Closed(
        { redress: literals(REDRESSES), satisfied: Type.Boolean() },
        { description: 'What was done for a customer who was not satisfied: required for theirs alone' },
      ),
    ),
  }),
};
