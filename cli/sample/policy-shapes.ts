import { Type } from '@sinclair/typebox';
import { PRIORITIES, REQUEST_TYPES } from '../../domain/case/terms';
import { WARRANTY_STATES } from '../../domain/entitlement/terms';
import { CAUSE_CATEGORIES } from '../../domain/case/flows/repair/facts';
import { ROLES, SERVICE_LEVELS } from '../../domain/identity/roles';
import { PROCESS_CLOCKS } from '../../domain/processes';
import { DECLINED_CHARGES } from '../../domain/quote/terms';
import { Amount, Currency, MAX_INT } from '../../api/http/schema/amount';
import { Closed, Nullable } from '../../api/http/schema/common';
import { readAs } from '../../api/http/schema/read-as';
import { Id, Instant, Name } from './fields';
import { oneOf } from './read-file';

/** Shapes of the company's policy files: promises, surveys, approvals and verdicts. */
export const ServiceLevel = oneOf(SERVICE_LEVELS);

export const Calendars = Type.Array(
  Closed({
    code: Id,
    versions: Type.Array(
      Closed({
        effectiveFrom: Instant,
        nameEn: Name,
        nameZh: Name,
        /** Where its days come from. */
        source: Type.Optional(Type.String()),
        /** Input of `parseCalendar`. */
        definition: Type.Unknown(),
      }),
      { minItems: 1 },
    ),
  }),
);

export const Policies = Type.Array(
  Closed({
    id: Id,
    clock: oneOf(PROCESS_CLOCKS),
    requestType: Nullable(oneOf(REQUEST_TYPES)),
    priority: Nullable(oneOf(PRIORITIES)),
    serviceLevel: Nullable(ServiceLevel),
    warranty: Nullable(oneOf(WARRANTY_STATES)),
    effectiveFrom: Instant,
    effectiveTo: Nullable(Instant),
    targetSeconds: Type.Integer({ minimum: 1, maximum: MAX_INT }),
    calendar: Id,
    warnAt: Type.Array(Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1 })),
    escalate: Type.Array(
      Closed({
        afterSeconds: Type.Integer({ minimum: 0, maximum: MAX_INT }),
        to: oneOf(['owner', 'centre-director', 'hq-service-manager']),
      }),
    ),
    expireAfterSeconds: Nullable(Type.Integer({ minimum: 0, maximum: MAX_INT })),
    remindEverySeconds: Type.Optional(Type.Integer({ minimum: 1, maximum: MAX_INT })),
    pausable: Type.Boolean(),
    lateEntry: Type.Optional(
      Type.Array(Closed({ role: oneOf(ROLES), withinSeconds: Type.Integer({ minimum: 0 }) })),
    ),
  }),
);

export const FaultCodes = Type.Array(
  Closed({ code: Id, nameEn: Name, nameZh: Name, productFamily: Nullable(Id) }),
);
export const CauseCodes = Type.Array(
  Closed({ code: Id, nameEn: Name, nameZh: Name, category: oneOf(CAUSE_CATEGORIES) }),
);
export const RepeatRepairPolicies = Type.Array(
  Closed({
    id: Id,
    productFamily: Nullable(Id),
    effectiveFrom: Instant,
    withinDays: Type.Integer({ minimum: 0, maximum: 730 }),
  }),
);

const Cents = Amount();
export const PriceLists = Type.Array(
  Closed({
    id: Id,
    nameEn: Name,
    nameZh: Name,
    serviceLevel: Nullable(ServiceLevel),
    currency: Currency,
    labourPer: oneOf(['hour', 'visit']),
    labourPriceCents: Cents,
    labourCostCents: Cents,
    travelPer: oneOf(['trip', 'hour']),
    travelPriceCents: Cents,
    travelCostCents: Cents,
    taxBasisPoints: Type.Integer({ minimum: 0, maximum: 10_000 }),
    quoteValidDays: Type.Integer({ minimum: 1, maximum: 366 }),
    declinedCharge: oneOf(DECLINED_CHARGES),
    effectiveFrom: Instant,
    effectiveTo: Nullable(Instant),
  }),
);
export const PartPrices = Type.Array(
  Closed({
    id: Id,
    partNumber: readAs('part', Type.String({ pattern: '^[A-Z0-9-]+$' })),
    nameEn: Name,
    nameZh: Name,
    currency: Currency,
    priceCents: Cents,
    costCents: Cents,
    effectiveFrom: Instant,
    effectiveTo: Nullable(Instant),
  }),
);
