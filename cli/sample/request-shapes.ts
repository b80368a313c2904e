import { Type, type Static } from '@sinclair/typebox';
import { CHANNELS } from '../../domain/case/terms';
import { SENDER_KINDS } from '../../domain/case/facts';
import { LANGUAGES } from '../../domain/bilingual';
import { PERSON_COMMANDS } from '../../domain/case/decide';
import { ORDER_PERSON_COMMANDS } from '../../domain/parts-order/decide';
import { Closed, Id, Text } from '../../api/http/schema/common';
import { CUSTOMER_KINDS } from '../../api/customers/schema';
import { oneOf, readSampleFile, SampleFileError } from './read-file';
import { SAMPLE_INSTANT } from './sample-time';

const Login = Type.String({ pattern: '^[a-z]+\\.[a-z]+$' });
/**
 * A case has its first day in the sample, and no months: the rules take proof of a kept promise for a day after its deadline (COMMAND.PROOF_TOO_LATE),
 * and figures count what a supervisor enters later as entered late. Older cases that are played today would be broken promises, or a lie.
 */
const Hours = Type.Number({ minimum: 0, maximum: 24 * 30 });
const Key = Type.String({ pattern: '^[a-z0-9-]{8,200}$' });

/** Details that a clerk adds to the file of an unknown sender. */
const CustomerFile = Closed({
  name: Text(200),
  kind: oneOf(CUSTOMER_KINDS),
  language: oneOf(LANGUAGES),
  province: Text(60),
  city: Text(60),
  address: Text(300),
  regionId: Id,
});

/** Data as the API takes it, but for appointments (instants of the sample), `decideQuote` (said when it was written down), `join` (the key of a request) and a customer called `sender`. */
const Command = Closed({ type: oneOf(PERSON_COMMANDS), data: Type.Record(Type.String(), Type.Unknown()) });

/** Said of a parts order of the case, as the API takes it, but for the day that goods are expected on (an instant of the sample). */
const PartsOrderStep = Closed({
  /** Which of the case's orders, in the order in which they were made: 1, 2, … */
  nth: Type.Integer({ minimum: 1, maximum: 20 }),
  commands: Type.Array(
    Closed({ type: oneOf(ORDER_PERSON_COMMANDS), data: Type.Record(Type.String(), Type.Unknown()) }),
    { minItems: 1 },
  ),
});

/** Commands of one member of staff at one moment. */
const Step = Closed({
  as: Login,
  /** How long before the anchor it happened; 0 is when it is played: the least for what follows on parts that have just come. */
  hoursAgo: Hours,
  /** Done only where the case says that the customer is owed a revisit (R23). */
  when: Type.Optional(oneOf(['revisit-owed'])),
  /** Done before the commands, where the sender is a prospect still. */
  completeCustomer: Type.Optional(CustomerFile),
  /** Absence of an engineer, recorded before the commands (R12). */
  absence: Type.Optional(
    Closed({
      engineerId: Id,
      from: Type.String({ pattern: SAMPLE_INSTANT }),
      to: Type.String({ pattern: SAMPLE_INSTANT }),
      reason: Text(500),
    }),
  ),
  /** Done once this event has come to the case by itself. */
  once: Type.Optional(Type.String({ pattern: '^[A-Z][A-Za-z]+$' })),
  /** Done before the commands, as soon as the order has come so far: such as goods shipped once they are there. */
  partsOrder: Type.Optional(PartsOrderStep),
  /** Commands to the case. */
  commands: Type.Array(Command),
});

export const SampleRequest = Closed({
  /** Names the request for good: its idempotency key, and the seed of its command ids. */
  key: Key,
  registeredBy: Login,
  receivedHoursAgo: Hours,
  /** For a call: minutes until it was answered. */
  takenAfterMinutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 240 })),
  request: Closed({
    channel: oneOf(CHANNELS),
    sender: Closed({
      kind: oneOf(SENDER_KINDS),
      name: Text(200),
      phone: Type.Optional(Type.String({ pattern: '^\\+[1-9]\\d{6,14}$' })),
      email: Type.Optional(Text(200)),
      address: Type.Optional(Text(500)),
    }),
    subject: Text(200),
    text: Text(10_000),
    language: oneOf(LANGUAGES),
    unitSerial: Type.Optional(Text(40)),
  }),
  story: Type.Array(Step),
});

export type SampleRequest = Static<typeof SampleRequest>;
export type SampleStep = Static<typeof Step>;
export type SampleCommand = Static<typeof Command>;
export type SampleOrderStep = Static<typeof PartsOrderStep>;

/** An appointment, with its instants as the sample writes them. */
export const SampleAppointment = Closed({
  from: Type.String({ pattern: SAMPLE_INSTANT }),
  to: Type.String({ pattern: SAMPLE_INSTANT }),
});

/** The sample requests of a file. @throws {SampleFileError} naming row and field. */
export async function readRequests(path: string): Promise<readonly SampleRequest[]> {
  const requests = await readSampleFile(path, Type.Array(SampleRequest));
  const keys = requests.map(({ key }) => key);
  const repeated = keys.find((key, index) => keys.indexOf(key) !== index);
  if (repeated !== undefined) throw new SampleFileError(`requests.json: the key "${repeated}" appears twice`);
  for (const { key, receivedHoursAgo, story } of requests) {
    // The rules refuse a command dated before its case came to the stage it is in.
    const hours = [receivedHoursAgo, ...story.map(({ hoursAgo }) => hoursAgo)];
    const late = hours.findIndex((value, index) => index > 0 && value > (hours[index - 1] ?? 0));
    if (late > 0)
      throw new SampleFileError(
        `requests.json: ${key}, story.${late - 1}.hoursAgo is earlier than the previous step`,
      );
    const idle = story.findIndex(({ commands, partsOrder }) => commands.length === 0 && !partsOrder);
    if (idle >= 0) throw new SampleFileError(`requests.json: ${key}, story.${idle} has no content`);
  }
  return requests;
}
