import { Type, type Static } from '@sinclair/typebox';
import { LANGUAGES } from '../../domain/bilingual';
import { REPLACEMENT_TERMS, WARRANTY_STARTS } from '../../domain/entitlement/terms';
import { ORGANISATION_KINDS, ROLES } from '../../domain/identity/roles';
import { Amount, Currency, MAX_INT } from '../../api/http/schema/amount';
import { Closed, Nullable } from '../../api/http/schema/common';
import { readAs } from '../../api/http/schema/read-as';
import type { ApprovalRules } from './approval-shapes';
import { Day, Email, Id, Instant, Name, Phone } from './fields';
import type * as policies from './policy-shapes';
import { ServiceLevel } from './policy-shapes';
import { oneOf } from './read-file';

const Language = oneOf(LANGUAGES);

export const Organisations = Type.Array(
  Closed({
    id: Id,
    kind: oneOf(ORGANISATION_KINDS),
    nameEn: Name,
    nameZh: Name,
    parentId: Nullable(Id),
    serviceLevel: Nullable(ServiceLevel),
    calendar: Id,
    provinces: Type.Array(Name),
    city: Name,
    phone: Phone,
    /** Area code as dialled within the country; local numbers given at the hotline get it. */
    areaCode: Type.Optional(Nullable(Type.String({ pattern: '^0\\d{1,4}$' }))),
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
    undatedStartMonths: Type.Optional(Type.Integer({ minimum: 0, maximum: 120 })),
    replacement: Type.Optional(oneOf(REPLACEMENT_TERMS)),
    replacementMonths: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_200 })),
    transferable: Type.Optional(Type.Boolean()),
  }),
);

export const Units = Type.Array(
  Closed({
    id: Id,
    serial: readAs('code', Type.String({ pattern: '^[A-Z0-9]+-\\d{4}-\\d{4}$' })),
    productCode: Type.String(),
    customerId: Id,
    soldOn: Day,
    installedOn: Nullable(Day),
    deliveredOn: Type.Optional(Nullable(Day)),
    timeZone: Type.Optional(Nullable(Type.String({ maxLength: 60 }))),
    address: Name,
  }),
);

/** Costs that no warranty covers. */
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
      partNumber: readAs('part', Type.String({ pattern: '^[A-Z0-9-]+$' })),
      nameEn: Name,
      nameZh: Name,
      model: Name,
      material: Name,
      abcClass: Type.Union([Type.Literal('A'), Type.Literal('B'), Type.Literal('C')]),
      critical: Type.Boolean(),
      unitCostCents: Amount(),
      currency: Currency,
      /** Pieces in each depot. */
      quantities: Type.Record(Id, Type.Integer({ minimum: 1, maximum: MAX_INT })),
    }),
  ),
});

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
  readonly calendars: Static<typeof policies.Calendars>;
  readonly policies: Static<typeof policies.Policies>;
  readonly faultCodes: Static<typeof policies.FaultCodes>;
  readonly causeCodes: Static<typeof policies.CauseCodes>;
  readonly repeatRepairPolicies: Static<typeof policies.RepeatRepairPolicies>;
  readonly priceLists: Static<typeof policies.PriceLists>;
  readonly partPrices: Static<typeof policies.PartPrices>;
  readonly approvalRules: Static<typeof ApprovalRules>;
}
