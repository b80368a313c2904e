import { Type } from '@sinclair/typebox';
import { CONSENT_WAYS } from '../../domain/case/facts';
import { Closed, Id, Instant, literals, Text, PartNumber } from '../http/schema/common';

export const Reason = Closed({ reason: Text(2_000) });
export const PartLines = Type.Optional(
  Type.Array(
    Closed({
      partNumber: PartNumber,
      quantity: Type.Integer({ minimum: 1, maximum: 1_000 }),
    }),
    { maxItems: 50, description: 'None where left out' },
  ),
);

const ConsentData = Closed(
  {
    by: Type.Literal('customer'),
    how: literals(CONSENT_WAYS),
    at: Instant('When the customer agreed'),
  },
  { title: 'Consent' },
);
/** Consent field of commands that change which policies apply to promises. */
export const ConsentToPutOff = Type.Optional(
  Closed(ConsentData.properties, { description: 'Needed to put off what the customer was told (R4)' }),
);
const ConsentToAnotherTime = Type.Optional(
  Closed(ConsentData.properties, {
    description:
      'Needed for a time that does not lie within `wanted`; with it, the promise of the resolution follows a later time (R4)',
  }),
);

const OutsideHours = Type.Optional(
  Type.Boolean({
    description:
      'A time that begins or ends outside the working hours of the outlet that comes, or begins in the past, is meant so; it is refused otherwise',
  }),
);

/** Engineer and time of a visit (R4, R11). */
export const DISPATCH_COMMAND_DATA = {
  dispatch: Closed({
    engineerId: Id,
    appointment: Closed({ from: Instant(), to: Instant('The engineer arrives by then: a promise') }),
    parts: PartLines,
    consent: ConsentToAnotherTime,
    outsideHours: OutsideHours,
  }),
  offer: Closed({
    outletId: Id,
    appointment: Closed({ from: Instant(), to: Instant('The customer wants the engineer by then') }),
    parts: PartLines,
    consent: ConsentToAnotherTime,
    outsideHours: OutsideHours,
  }),
  acceptOffer: Closed({
    engineerId: Id,
    appointment: Closed({ from: Instant(), to: Instant('The engineer arrives by then: a promise') }),
    consent: ConsentToAnotherTime,
    outsideHours: OutsideHours,
  }),
  declineOffer: Reason,
  withdrawOffer: Reason,
  reassign: Closed({ engineerId: Id, reason: Text(2_000), consent: ConsentToPutOff }),
  moveAppointment: Closed({
    appointment: Closed({ from: Instant(), to: Instant('The engineer arrives by then: a promise') }),
    consent: ConsentData,
    outsideHours: OutsideHours,
  }),
};
