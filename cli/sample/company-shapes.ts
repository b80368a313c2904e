import { Type, type Static } from '@sinclair/typebox';
import { CASE_CLOCKS, LANGUAGES, PRIORITIES, REQUEST_TYPES, WARRANTY_STATES } from '../../domain/case/terms';
import { ORDER_CLOCKS } from '../../domain/parts-order/terms';
import { WARRANTY_STARTS } from '../../domain/entitlement/terms';
import { CAUSE_CATEGORIES } from '../../domain/case/visit-terms';
import { ROLES } from '../../domain/identity/roles';
import { DECLINED_CHARGES } from '../../domain/quote/terms';
import { Closed, Nullable } from '../../schemas/common';
import type { ApprovalRules } from './approval-shapes';
import { Day, Email, Id, Instant, Name, Phone } from './fields';
import { oneOf } from './read-file';

const Language = oneOf(LANGUAGES);
const ServiceLevel = oneOf(['A', 'B', 'C']);

export const Organisations = Type.Array(
  Closed({
    id: Id,
    kind: oneOf(['hq', 'centre', 'outlet']),
    nameEn: Name,
    nameZh: Name,
    parentId: Nullable(Id),
    serviceLevel: Nullable(ServiceLevel),
    calendar: Id,
    provinces: Type.Array(Name),
    city: Name,
    phone: Phone,
  }),
);

export const StaffMembers = Type.Array(
  Closed({
    id: Id,
    login: Type.String({ pattern: '^[a-z]+\\.[a-z]+$' }),
    nameEn: Name,
    nameZh: Name,
    organisationId: Id,
    roles: Type.Array(oneOf(ROLES), { minItems: 1 }),
    language: Language,
    email: Email,
    phone: Phone,
    skills: Type.Array(Id),
  }),
);

export const Customers = Type.Array(
  Closed({
    id: Id,
    number: Type.String({ pattern: '^C-\\d{6}$' }),
    kind: oneOf(['customer', 'dealer']),
    name: Name,
    nameEn: Nullable(Name),
    language: Language,
    regionId: Nullable(Id),
    province: Nullable(Name),
    city: Nullable(Name),
    address: Nullable(Name),
    createdOn: Day,
    contacts: Type.Array(
      Type.Union([
        Closed({ kind: Type.Literal('phone'), value: Phone, name: Nullable(Name) }),
        Closed({ kind: Type.Literal('email'), value: Email, name: Nullable(Name) }),
      ]),
      { minItems: 1 },
    ),
  }),
);

const Percent = Type.Integer({ minimum: 0, maximum: 100 });
const Term = Closed({ percent: Percent, months: Type.Integer({ minimum: 0, maximum: 1_200 }) });

export const Products = Type.Array(
  Closed({
    code: Type.String({ pattern: '^[A-Z0-9-]+$' }),
    nameEn: Name,
    nameZh: Name,
    family: Id,
    warrantyFrom: oneOf(WARRANTY_STARTS),
    labour: Term,
    parts: Term,
    travel: Term,
  }),
);

export const Units = Type.Array(
  Closed({
    id: Id,
    serial: Type.String({ pattern: '^[A-Z0-9]+-\\d{4}-\\d{4}$' }),
    productCode: Type.String(),
    customerId: Id,
    soldOn: Day,
    installedOn: Nullable(Day),
    address: Name,
  }),
);

/** What no warranty pays for. */
export const EntitlementRules = Type.Array(
  Closed({
    id: Id,
    kind: oneOf(['excluded-cause', 'wear-part']),
    value: Type.String({ pattern: '^[A-Za-z0-9-]+\\*?$' }),
    nameEn: Name,
    nameZh: Name,
    effectiveFrom: Day,
    effectiveTo: Nullable(Day),
  }),
);

export const Contracts = Type.Array(
  Closed({
    number: Type.String({ pattern: '^SV-\\d{4}-\\d{4}$' }),
    customerId: Id,
    unitIds: Type.Array(Id, { minItems: 1 }),
    validFrom: Day,
    validTo: Day,
    labour: Percent,
    parts: Percent,
    travel: Percent,
    wearParts: Type.Boolean(),
    causes: Type.Array(Id),
  }),
);

export const PartsStock = Closed({
  /** When the pieces were counted. */
  countedAt: Instant,
  depots: Type.Array(Closed({ id: Id, nameEn: Name, nameZh: Name })),
  parts: Type.Array(
    Closed({
      partNumber: Type.String({ pattern: '^[A-Z0-9-]+$' }),
      nameEn: Name,
      nameZh: Name,
      model: Name,
      material: Name,
      abcClass: Type.Union([Type.Literal('A'), Type.Literal('B'), Type.Literal('C')]),
      critical: Type.Boolean(),
      unitCostCents: Type.Integer({ minimum: 0 }),
      currency: Type.Literal('CNY'),
      /** Pieces in each depot. */
      quantities: Type.Record(Id, Type.Integer({ minimum: 1 })),
    }),
  ),
});

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
        /** What `parseCalendar` reads. */
        definition: Type.Unknown(),
      }),
      { minItems: 1 },
    ),
  }),
);

export const Policies = Type.Array(
  Closed({
    id: Id,
    clock: oneOf([...CASE_CLOCKS, ...ORDER_CLOCKS]),
    requestType: Nullable(oneOf(REQUEST_TYPES)),
    priority: Nullable(oneOf(PRIORITIES)),
    serviceLevel: Nullable(ServiceLevel),
    warranty: Nullable(oneOf(WARRANTY_STATES)),
    effectiveFrom: Instant,
    effectiveTo: Nullable(Instant),
    targetSeconds: Type.Integer({ minimum: 1 }),
    calendar: Id,
    warnAt: Type.Array(Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1 })),
    escalate: Type.Array(
      Closed({
        afterSeconds: Type.Integer({ minimum: 0 }),
        to: oneOf(['owner', 'centre-director', 'hq-service-manager']),
      }),
    ),
    expireAfterSeconds: Nullable(Type.Integer({ minimum: 0 })),
    remindEverySeconds: Type.Optional(Type.Integer({ minimum: 1 })),
    pausable: Type.Boolean(),
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

const Cents = Type.Integer({ minimum: 0 });
export const PriceLists = Type.Array(
  Closed({
    id: Id,
    nameEn: Name,
    nameZh: Name,
    serviceLevel: Nullable(ServiceLevel),
    currency: Type.Literal('CNY'),
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
    partNumber: Type.String({ pattern: '^[A-Z0-9-]+$' }),
    nameEn: Name,
    nameZh: Name,
    currency: Type.Literal('CNY'),
    priceCents: Cents,
    costCents: Cents,
    effectiveFrom: Instant,
    effectiveTo: Nullable(Instant),
  }),
);

/** The files of `samples/company/`, by their names. */
export interface Company {
  readonly organisations: Static<typeof Organisations>;
  readonly staff: Static<typeof StaffMembers>;
  readonly customers: Static<typeof Customers>;
  readonly products: Static<typeof Products>;
  readonly units: Static<typeof Units>;
  readonly entitlementRules: Static<typeof EntitlementRules>;
  readonly contracts: Static<typeof Contracts>;
  readonly parts: Static<typeof PartsStock>;
  readonly calendars: Static<typeof Calendars>;
  readonly policies: Static<typeof Policies>;
  readonly faultCodes: Static<typeof FaultCodes>;
  readonly causeCodes: Static<typeof CauseCodes>;
  readonly repeatRepairPolicies: Static<typeof RepeatRepairPolicies>;
  readonly priceLists: Static<typeof PriceLists>;
  readonly partPrices: Static<typeof PartPrices>;
  readonly approvalRules: Static<typeof ApprovalRules>;
}
