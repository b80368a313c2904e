import { Type } from '@sinclair/typebox';
import { SURVEY_WAYS, TAKEN_BY_STAFF } from '../../domain/case/after-service/terms';
import { REDRESSES } from '../../domain/case/after-service/follow-up-terms';
import { CaseNumber, Closed, Nullable, REASON_FIELDS, Text, literals } from '../http/schema/common';
import { asked } from '../http/schema/form';
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
    productScore: asked('Score for the product', '产品评分', Score, {
      help: ['1 very dissatisfied … 5 very satisfied', '1 非常不满意 … 5 非常满意'],
    }),
    serviceScore: asked('Score for the service', '服务评分', Score, {
      help: ['1 very dissatisfied … 5 very satisfied', '1 非常不满意 … 5 非常满意'],
    }),
    comment: asked('Comment', '客户意见', Type.Optional(Text(5_000))),
    how: asked(
      'How the customer answered',
      '答复方式',
      Type.Optional(
        literals(TAKEN_BY_STAFF, { description: 'How the customer said so; left out: by phone' }),
      ),
      { codes: 'surveyWay', help: ['Left out: by phone', '不填则为电话'] },
    ),
  }),
  recordRevisit: Closed({
    outcome: asked('Outcome', '结果', literals(['satisfied', 'dissatisfied', 'new-problem', 'not-reached']), {
      codes: 'revisitOutcome',
    }),
    note: asked('Note', '说明', Text(5_000)),
  }),
  completeFollowUp: Closed({
    key: asked('Action item', '跟进事项', Text(300), { kind: 'follow-up' }),
    note: asked('Result', '处理结果', Text(5_000)),
    outcome: asked(
      'For a dissatisfied customer',
      '客户不满意的处理',
      Type.Optional(
        Closed(
          {
            redress: asked('Remedy', '补救措施', literals(REDRESSES), { codes: 'redress' }),
            satisfied: asked('The customer is now satisfied', '客户现已满意', Type.Boolean()),
          },
          { description: 'What was done for a customer who was not satisfied: required for theirs alone' },
        ),
      ),
      { help: ['Required for a dissatisfied customer alone', '仅限客户不满意的跟进事项，且必填'] },
    ),
  }),
};
