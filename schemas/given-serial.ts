import { Type } from '@sinclair/typebox';
import { SERIAL_MATCHES } from '../domain/case/events';
import { CaseNumber, literals, Nullable } from './common';

/** Of a case: what came of the serial number that its sender gave (R2). */
export const GIVEN_SERIAL_FIELDS = {
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
};
