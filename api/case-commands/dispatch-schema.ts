import { Type } from '@sinclair/typebox';
import { CONSENT_WAYS } from '../../domain/case/facts';
import { Closed, Id, Instant, literals, PartNumber } from '../http/schema/common';
import { asked } from '../http/schema/form';
import { ReasonField } from './common-fields-schema';

export const Reason = Closed({ reason: ReasonField });
export const PartField = asked('Part', '备件', PartNumber);
export const Quantity = asked('Quantity', '数量', Type.Integer({ minimum: 1, maximum: 1_000 }));
export const PartLines = asked(
  'Parts',
  '备件',
  Type.Optional(
    Type.Array(Closed({ partNumber: PartField, quantity: Quantity }), {
      maxItems: 50,
      description: 'None where left out',
    }),
  ),
);

export const ConsentData = Closed(
  {
    by: asked('Agreed by', '同意人', Type.Literal('customer'), {
      options: { customer: { en: 'the customer', zh: '客户' } },
    }),
    how: asked('How', '方式', literals(CONSENT_WAYS), { codes: 'consentWay' }),
    at: asked('When the customer agreed', '客户同意的时间', Instant('When the customer agreed')),
  },
  { title: 'Consent' },
);
/** Consent field of commands that change which policies apply to promises. */
export const ConsentToPutOff = asked(
  'The customer’s consent',
  '客户同意',
  Type.Optional(
    Closed(ConsentData.properties, { description: 'Needed to put off what the customer was told (R4)' }),
  ),
  { help: ['Needed to put off what the customer was promised', '推迟对客户的承诺时需要'] },
);
const ConsentToAnotherTime = asked(
  'The customer’s consent',
  '客户同意',
  Type.Optional(
    Closed(ConsentData.properties, {
      description:
        'Needed for a time that does not lie within `wanted`; with it, the promise of the resolution follows a later time (R4)',
    }),
  ),
  { help: ['Needed for another time than the customer wanted', '改为客户要求以外的时间时需要'] },
);

const OutsideHours = asked(
  'Outside working hours, as intended',
  '确认为非工作时间',
  Type.Optional(
    Type.Boolean({
      description:
        'A time that begins or ends outside the working hours of the outlet that comes, or begins in the past, is meant so; it is refused otherwise',
    }),
  ),
  {
    help: [
      'Confirms a time outside working hours or in the past',
      '确认上门时间在工作时间以外，或早于当前时间',
    ],
  },
);

const Engineer = asked('Engineer', '工程师', Id, { kind: 'staff' });
const From = asked('From', '开始', Instant());
const Appointment = asked(
  'Appointment',
  '上门时间',
  Closed({
    from: From,
    to: asked('Arrives by', '最晚到达', Instant('The engineer arrives by then: a promise'), {
      help: ['The engineer arrives by then: a promise', '工程师承诺在此之前到达'],
    }),
  }),
);
const Wanted = asked(
  'Wanted time',
  '客户要求的时间',
  Closed({
    from: From,
    to: asked('By', '最晚', Instant('The customer wants the engineer by then')),
  }),
);

/** Engineer and time of a visit (R4, R11). */
export const DISPATCH_COMMAND_DATA = {
  dispatch: Closed({
    engineerId: Engineer,
    appointment: Appointment,
    parts: PartLines,
    consent: ConsentToAnotherTime,
    outsideHours: OutsideHours,
  }),
  offer: Closed({
    outletId: asked('Outlet', '服务站', Id, { kind: 'organisation' }),
    appointment: Wanted,
    parts: PartLines,
    consent: ConsentToAnotherTime,
    outsideHours: OutsideHours,
  }),
  acceptOffer: Closed({
    engineerId: Engineer,
    appointment: Appointment,
    consent: ConsentToAnotherTime,
    outsideHours: OutsideHours,
  }),
  declineOffer: Reason,
  withdrawOffer: Reason,
  reassign: Closed({ engineerId: Engineer, reason: ReasonField, consent: ConsentToPutOff }),
  moveAppointment: Closed({
    appointment: Appointment,
    consent: asked('The customer’s consent', '客户同意', ConsentData),
    outsideHours: OutsideHours,
  }),
};
