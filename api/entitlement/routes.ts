import { Type } from '@sinclair/typebox';
import { Id, PROBLEMS, problemResponse } from '../http/schema/common';
import {
  EntitlementRuleAnswer,
  EntitlementRuleList,
  EntitlementRulePatch,
  NewEntitlementRule,
  RULE_KINDS,
  type EntitlementRuleView,
} from './rule-schema';
import { NewWarrantyTerms, ProductAnswer, ProductList } from '../units/product-schema';
import { etagOf, versionRead } from '../http/conditional';
import { WriteHeaders } from '../http/schema/headers';
import type { Routes } from '../context';
import { dayText } from './columns';
import { productView, WITH_CHANGES as WITH_FILE } from '../products/view';
import { WITH_CHANGES, type RuleRow } from './rule-rows';
import { addRule, changeRule, type Writer } from './rules';
import { addWarrantyTerms } from './warranty-terms';
import { oneOf } from '../http/one-of';
import { dayIn } from '../../platform/wall-clock';

const KEPT =
  'Cases that have their verdict keep it, and are judged anew by what it rests on. Sent again it answers 200 and changes nothing.';
const STALE = {
  412: problemResponse('RESOURCE.STALE: somebody else has changed it since; nothing was changed'),
  428: problemResponse('PRECONDITION.REQUIRED'),
};
const REFUSED = 'ENTITLEMENT.INVALID, ENTITLEMENT.RETROACTIVE';

/** Warranty terms of products, and exclusions (R6). */
export const entitlement: Routes = (app, { database, config }) => {
  const writer = (by: string): Writer => {
    const now = new Date();
    return { by, now, today: dayIn(config.AFTERCARE_TIME_ZONE, now) };
  };

  app.get(
    '/v1/entitlement-rules',
    {
      config: { permission: 'policy.read' },
      schema: {
        operationId: 'listEntitlementRules',
        tags: ['entitlement'],
        summary: 'What no warranty pays for: causes, and parts that wear; past, present and to come',
        response: { 200: EntitlementRuleList, ...PROBLEMS },
      },
    },
    async () => {
      const rows = await database.entitlementRule.findMany({
        include: WITH_CHANGES,
        orderBy: [{ kind: 'asc' }, { id: 'asc' }],
      });
      return { items: rows.map(ruleView) };
    },
  );

  app.post(
    '/v1/entitlement-rules',
    {
      config: { permission: 'entitlement.write' },
      schema: {
        operationId: 'addEntitlementRule',
        tags: ['entitlement'],
        summary: 'Exclude a cause, or a part that wears, from a day on',
        description: KEPT,
        body: NewEntitlementRule,
        response: {
          200: EntitlementRuleAnswer,
          201: EntitlementRuleAnswer,
          ...PROBLEMS,
          409: problemResponse('ENTITLEMENT_RULE.EXISTS, ENTITLEMENT_RULE.OVERLAPS'),
          422: problemResponse(`${REFUSED}, REQUEST.REFERENCE_UNKNOWN`),
        },
      },
    },
    async ({ principal, body, log }, reply) => {
      const { row, isNew } = await addRule(database, body, writer(principal.actor.id));
      log.info({ entitlementRule: row.id, by: principal.actor.id, isNew }, 'entitlement rule');
      void reply.header('etag', etagOf(row.version));
      return reply.status(isNew ? 201 : 200).send(ruleView(row));
    },
  );

  app.patch(
    '/v1/entitlement-rules/:id',
    {
      config: { permission: 'entitlement.write' },
      schema: {
        operationId: 'updateEntitlementRule',
        tags: ['entitlement'],
        summary: 'Name a rule otherwise, or say until when it holds',
        description:
          'If-Match with the version that was read. What it is about and since when is not rewritten: end it, and enter another. Cases that have their verdict keep it.',
        params: Type.Object({ id: Id }),
        headers: WriteHeaders,
        body: EntitlementRulePatch,
        response: {
          200: EntitlementRuleAnswer,
          ...PROBLEMS,
          409: problemResponse('ENTITLEMENT_RULE.OVERLAPS'),
          422: problemResponse(REFUSED),
          ...STALE,
        },
      },
    },
    async ({ principal, params: { id }, headers, body, log }, reply) => {
      const version = versionRead(headers['if-match']);
      const row = await changeRule(database, { id, version, patch: body }, writer(principal.actor.id));
      log.info(
        { entitlementRule: id, by: principal.actor.id, version: row.version, fields: Object.keys(body) },
        'entitlement rule changed',
      );
      return reply.header('etag', etagOf(row.version)).send(ruleView(row));
    },
  );

  app.get(
    '/v1/products',
    {
      config: { permission: 'policy.read' },
      schema: {
        operationId: 'listProducts',
        tags: ['entitlement'],
        summary: 'Products, each with its warranty terms: past, present and to come',
        response: { 200: ProductList, ...PROBLEMS },
      },
    },
    async () => {
      const rows = await database.product.findMany({ include: WITH_FILE, orderBy: { code: 'asc' } });
      return { items: rows.map(productView) };
    },
  );

  app.post(
    '/v1/products/:code/warranty-terms',
    {
      config: { permission: 'entitlement.write' },
      schema: {
        operationId: 'addWarrantyTerms',
        tags: ['entitlement'],
        summary: 'Promise otherwise with units of a product that are sold from a day on',
        description: `If-Match with the version of the product that was read. ${KEPT}`,
        params: Type.Object({ code: Id }),
        headers: WriteHeaders,
        body: NewWarrantyTerms,
        response: {
          200: ProductAnswer,
          201: ProductAnswer,
          ...PROBLEMS,
          409: problemResponse('WARRANTY_TERMS.EXISTS: that day has other terms already'),
          422: problemResponse(REFUSED),
          ...STALE,
        },
      },
    },
    async ({ principal, params: { code }, headers, body, log }, reply) => {
      const version = versionRead(headers['if-match']);
      const asked = { code, version, terms: body };
      const { row, isNew } = await addWarrantyTerms(database, asked, writer(principal.actor.id));
      log.info({ product: code, soldFrom: body.soldFrom, by: principal.actor.id, isNew }, 'warranty terms');
      void reply.header('etag', etagOf(row.version));
      return reply.status(isNew ? 201 : 200).send(productView(row));
    },
  );

  return Promise.resolve();
};

const lastDay = (day: Date | null): string | null => day && dayText(day);

const ruleView = ({ changes, kind, effectiveFrom, effectiveTo, ...row }: RuleRow): EntitlementRuleView => ({
  ...row,
  kind: oneOf(RULE_KINDS, kind),
  effectiveFrom: dayText(effectiveFrom),
  effectiveTo: lastDay(effectiveTo),
  changes: changes.map(({ ruleId: _rule, at, ...change }) => ({
    ...change,
    effectiveTo: lastDay(change.effectiveTo),
    at: at.toISOString(),
  })),
});
