import { Type } from '@sinclair/typebox';
import { APPROVAL_KINDS, APPROVAL_TIERS } from '../../domain/approval/terms';
import { REQUEST_TYPES } from '../../domain/case/terms';
import { ROLES } from '../../domain/identity/roles';
import { Amount, Currency } from '../../api/http/schema/amount';
import { Closed, Nullable } from '../../api/http/schema/common';
import { Id, Instant, Name } from './fields';
import { oneOf } from './read-file';

/** By which plans and quotes have to be approved. */
export const ApprovalRules = Type.Array(
  Closed({
    code: Id,
    effectiveFrom: Instant,
    active: Type.Boolean(),
    kind: oneOf(APPROVAL_KINDS),
    organisationId: Nullable(Id),
    requestType: Nullable(oneOf(REQUEST_TYPES)),
    productCode: Type.Optional(Id),
    productFamily: Type.Optional(Id),
    overCents: Nullable(Amount()),
    currency: Nullable(Currency),
    marginUnderBasisPoints: Nullable(Type.Integer({ minimum: -10_000, maximum: 10_000 })),
    role: oneOf(ROLES),
    tier: oneOf(APPROVAL_TIERS),
    nameEn: Name,
    nameZh: Name,
  }),
);
