import { Type, type TSchema } from '@sinclair/typebox';
import type { PersonCommandType } from '../../domain/case/commands';
import { UNFINISHED_REASONS } from '../../domain/case/visit/terms';
import { VERIFICATION_OUTCOMES } from '../../domain/case/flows/repair/verification-terms';
import { Amount, Currency } from '../http/schema/amount';
import { Closed, Id, Instant, literals, PartNumber, Text } from '../http/schema/common';
import { Minutes } from '../service-reports/schema';
import { PartLines } from './dispatch-schema';

const Empty = Closed({});

/** The data of the commands of a visit, from setting out to the repair and its test. */
export const VISIT_COMMAND_DATA = {
  recordTripCost: Closed({
    trip: Type.Integer({ minimum: 1, maximum: 1_000, description: 'Its number, as `visits` has it' }),
    labourMinutes: Minutes,
    travelMinutes: Minutes,
    labourCostCents: Amount(),
    travelCostCents: Amount(),
    partsCostCents: Type.Optional(
      Amount('What the parts cost that a repair used whose case was cancelled before its report'),
    ),
    currency: Currency,
  }),
  depart: Empty,
  arrive: Empty,
  diagnose: Closed({
    faultCode: Id,
    causeCode: Id,
    finding: Text(5_000),
    plan: Text(5_000),
    parts: {
      ...PartLines,
      description:
        'What the repair needs beside what the case holds already (`reservations`): naming a part again asks for another piece',
    },
    replacesUnit: Type.Optional(
      Type.Boolean({ description: 'The plan is to exchange the whole unit: by rule it may need approval' }),
    ),
    estimatedCost: Type.Optional(
      Closed(
        { amountCents: Amount(), currency: Currency },
        {
          description:
            'What those parts will cost that no register knows; the others are judged by the registers, whatever is sent',
        },
      ),
    ),
  }),
  repair: Closed({
    fault: Text(2_000),
    cause: Text(2_000),
    work: Text(5_000),
    verification: Type.Optional(
      Text(2_000, {
        description: 'How it was tested, where it was at once and passed; left out: `verify` follows',
      }),
    ),
    witnessedBy: Type.Optional(Text(200, { description: 'Who watched the test for the customer' })),
  }),
  verify: Closed({
    outcome: literals(VERIFICATION_OUTCOMES),
    method: Text(2_000, { description: 'How it was tested' }),
    readings: Type.Optional(
      Type.Array(Closed({ what: Text(200), value: Text(200) }), { maxItems: 50, description: 'As read off' }),
    ),
    note: Type.Optional(Text(2_000, { description: 'What was not right; required where it failed' })),
    witnessedBy: Type.Optional(Text(200, { description: 'Who watched it for the customer' })),
  }),
  leaveUnfinished: Closed({
    reason: literals(UNFINISHED_REASONS),
    note: Text(2_000),
    labourMinutes: Minutes,
    travelMinutes: Minutes,
    labourCostCents: Amount(),
    travelCostCents: Amount(),
    currency: Currency,
  }),
  orderParts: Closed({
    neededBy: Instant('The user needs the parts by then'),
    lines: Type.Array(
      Closed({
        partNumber: PartNumber,
        quantity: Type.Integer({ minimum: 1, maximum: 1_000 }),
        oldPartDue: Type.Optional(
          Type.Boolean({ description: 'The part it replaces goes back to the factory' }),
        ),
      }),
      { minItems: 1, maxItems: 50 },
    ),
    consignee: Type.Optional(
      Closed(
        { name: Text(200), address: Text(500), contact: Text(200), phone: Text(40) },
        { description: 'Who gets them; left out: the customer' },
      ),
    ),
  }),
} as const satisfies { readonly [T in PersonCommandType]?: TSchema };
