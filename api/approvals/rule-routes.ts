import { APPROVAL_KINDS, APPROVAL_TIERS } from '../../domain/approval/terms';
import { REQUEST_TYPES } from '../../domain/case/terms';
import { ROLES } from '../../domain/identity/roles';
import { ApprovalRuleAnswer, ApprovalRules, NewApprovalRule, type ApprovalRuleView } from './rule-schema';
import { PROBLEMS, problemResponse } from '../http/schema/common';
import { addApprovalRule, approvalRuleOf, type ApprovalRuleRow } from './add-rule';
import { enteredOf } from '../http/schema/entered';
import type { Routes } from '../context';
import { oneOf, oneOfOrNull } from '../http/one-of';

/** By which plans and quotes have to be approved (R7, R9). */
export const approvalRules: Routes = (app, { database }) => {
  app.get(
    '/v1/approval-rules',
    {
      config: { permission: 'approvalRule.read' },
      schema: {
        operationId: 'listApprovalRules',
        tags: ['approvals'],
        summary: 'What has to be approved, and by whom: past, present and to come',
        response: { 200: ApprovalRules, ...PROBLEMS },
      },
    },
    async () => {
      const rows = await database.approvalRule.findMany({
        orderBy: [{ code: 'asc' }, { effectiveFrom: 'desc' }],
      });
      return { items: rows.map(approvalRuleOf).map(ruleView) };
    },
  );

  app.post(
    '/v1/approval-rules',
    {
      config: { permission: 'approvalRule.write' },
      schema: {
        operationId: 'addApprovalRule',
        tags: ['approvals'],
        summary: 'Enter a rule, or its next version',
        description:
          'Of the rules whose conditions are met one counts: the one for the nearest part of the organisation, then for the product of the unit before its family, then for the kind of request, then the one that goes to the highest tier, then the one with the highest limit. What was put forward before keeps its rule. Sent again it answers 200 and changes nothing.',
        body: NewApprovalRule,
        response: {
          200: ApprovalRuleAnswer,
          201: ApprovalRuleAnswer,
          ...PROBLEMS,
          409: problemResponse('APPROVAL_RULE.EXISTS: that version says something else'),
          422: problemResponse(
            'APPROVAL_RULE.NO_POLICY: no policy gives such approvals a clock; APPROVAL_RULE.INVALID, REQUEST.REFERENCE_UNKNOWN',
          ),
        },
      },
    },
    async ({ principal, body, log }, reply) => {
      const { row, isNew } = await addApprovalRule(database, body, {
        scope: principal.scope,
        by: principal.actor.id,
        now: new Date(),
      });
      log.info({ approvalRule: row.code, by: principal.actor.id, isNew }, 'approval rule');
      return reply.status(isNew ? 201 : 200).send(ruleView(row));
    },
  );
  return Promise.resolve();
};

const ruleView = ({
  overCents,
  currency,
  effectiveFrom,
  recordedAt,
  recordedBy,
  ...row
}: ApprovalRuleRow): ApprovalRuleView => ({
  ...row,
  ...enteredOf({ recordedAt, recordedBy }),
  kind: oneOf(APPROVAL_KINDS, row.kind),
  requestType: oneOfOrNull(REQUEST_TYPES, row.requestType),
  role: oneOf(ROLES, row.role),
  tier: oneOf(APPROVAL_TIERS, row.tier),
  over: overCents !== null && currency !== null ? { amountCents: overCents, currency } : null,
  effectiveFrom: effectiveFrom.toISOString(),
});
