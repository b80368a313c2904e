import { Type, type Static } from '@sinclair/typebox';
import { Nullable } from '../http/schema/common';
import { At } from '../http/schema/paging';

export const VerificationSchema = Type.Object(
  {
    method: Type.String(),
    readings: Type.Array(Type.Object({ what: Type.String(), value: Type.String() })),
    note: Nullable(Type.String()),
    witnessedBy: Nullable(Type.String({ description: 'Who watched it for the customer' })),
    at: At,
    by: Type.String(),
  },
  { title: 'Verification' },
);
export type VerificationView = Static<typeof VerificationSchema>;

/** Fields of the case detail (R17). */
export const VERIFICATION_FIELDS = {
  repair: Nullable(
    Type.Object({
      fault: Type.String(),
      cause: Type.String(),
      work: Type.String(),
      verification: Nullable(
        Type.String({ description: 'How it was tested, where that was told with the repair' }),
      ),
    }),
  ),
  verification: Nullable({
    ...VerificationSchema,
    description: 'The test that the repair passed; null until it has',
  }),
  failedRepairs: Type.Array(
    Type.Object({
      attempt: Type.Integer(),
      visit: Type.Integer({ description: 'On which visit of the case' }),
      faultCode: Nullable(Type.String()),
      work: Type.String(),
      verification: VerificationSchema,
    }),
    { description: 'Repairs that did not pass their test, in order (R17)' },
  ),
};
