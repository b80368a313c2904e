import { Type } from '@sinclair/typebox';
import { SERIAL_MATCHES } from '../../domain/case/intake/terms';
import { JOINED_FIELDS } from '../cases/joined-request-schema';
import { CaseNumber, literals, Nullable } from '../http/schema/common';

/** Fields of a case: findings at intake, and the requests merged with it (R2, R14). */
export const INTAKE_FIELDS = {
  openCases: Type.Array(CaseNumber, { description: 'Open for this sender on receipt' }),
  serial: Nullable(
    Type.Object(
      { given: Type.String(), match: literals(SERIAL_MATCHES) },
      { description: 'The serial number that came with the request, and whether it is of a unit' },
    ),
  ),
  unitOffer: Nullable(
    Type.Object(
      {
        unitId: Type.String(),
        serial: Type.String(),
        productCode: Type.String(),
        owner: Type.Object({ id: Type.String(), name: Type.String() }),
        openCases: Type.Array(CaseNumber),
      },
      { description: 'A unit of another customer than the sender, to be confirmed' },
    ),
  ),
  ...JOINED_FIELDS,
  joinedInto: Nullable(CaseNumber),
  joiningInto: Type.Union([CaseNumber, Type.Null()], {
    description: 'The case that has been asked to take this one over, and has not answered',
  }),
};
