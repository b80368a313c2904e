import { Type, type Static } from '@sinclair/typebox';
import { SERIAL_MATCHES } from '../../domain/case/intake/terms';
import { CHANNELS } from '../../domain/case/terms';
import { SENDER_KINDS } from '../../domain/case/facts';
import { LANGUAGES } from '../../domain/bilingual';
import { CaseNumber, Closed, Code, Instant, literals, Nullable, Text } from '../http/schema/common';
import { Elsewhere } from './elsewhere-schema';
import { readAs } from '../http/schema/read-as';

export const RequestNumber = readAs(
  'capitals',
  Type.String({
    title: 'RequestNumber',
    pattern: '^RQ-\\d{4}-\\d{6,9}$',
    maxLength: 20,
    examples: ['RQ-2026-000001'],
  }),
);

/** One shape for every channel and every sender (R1). */
export const NewRequest = Closed(
  {
    channel: literals(CHANNELS, {
      description:
        'How it came: phone 电话, email 电子邮件, letter 信函, walk-in 来访, web 网上留言, chat 在线咨询',
    }),
    sender: Closed({
      kind: literals(SENDER_KINDS),
      name: Text(200),
      phone: Type.Optional(Text(60, { description: 'In any spelling; kept as E.164' })),
      email: Type.Optional(Text(254)),
      address: Type.Optional(Text(500, { description: 'Postal address, for an answer by letter' })),
    }),
    subject: Text(300),
    text: Text(20_000, { description: 'What was written or said, as it came' }),
    language: literals(LANGUAGES, { description: 'Language of the sender' }),
    unitSerial: Type.Optional(
      Code(100, { description: 'Serial number as the sender gave it; one we do not know is kept as given' }),
    ),
    receivedAt: Type.Optional(
      Instant(
        'When it reached the company, where that was earlier than now: the 24-hour promise runs from here',
      ),
    ),
    takenAt: Type.Optional(
      Instant(
        'When somebody took the call, where it is entered later: the promise of the hotline is measured by it; of calls alone',
      ),
    ),
  },
  {
    title: 'NewRequest',
    examples: [
      {
        channel: 'phone',
        sender: { kind: 'customer', name: '王秀英', phone: '138 0013 8000' },
        subject: '空压机报警停机',
        text: '今天早上开机后十分钟报高温停机，重启两次都一样。',
        language: 'zh',
        unitSerial: 'GX37-2025-0117',
      },
    ],
  },
);
export type NewRequest = Static<typeof NewRequest>;

const CustomerBrief = Type.Object(
  {
    id: Type.String(),
    number: Type.String(),
    name: Type.String(),
    status: Type.String(),
  },
  { title: 'CustomerBrief' },
);

/** The register's answer: what was taken in, and what is known of its sender (R2). */
export const RegisteredRequest = Type.Object(
  {
    number: RequestNumber,
    caseNumber: CaseNumber,
    receivedAt: Type.String(),
    status: literals(['started', 'registered'], {
      description:
        'started: the case runs. registered: taken in for good; its case starts as soon as the process engine answers',
    }),
    customer: Nullable(CustomerBrief),
    candidates: Type.Array(
      Type.Object({
        ...CustomerBrief.properties,
        by: literals(['contact', 'name', 'address'], { description: 'What they may be meant by' }),
      }),
      {
        description:
          'Customers who share this telephone number or address, or whose name or postal address is much like the sender’s: a clerk decides',
      },
    ),
    unit: Nullable(
      Type.Object({
        id: Type.String(),
        serial: Type.String(),
        productCode: Type.String(),
        warranty: Type.String(),
      }),
    ),
    openCases: Type.Array(
      Type.Object({ number: CaseNumber, subject: Type.String(), stage: Nullable(Type.String()) }),
      {
        description: 'Open cases of this sender, offered for joining',
      },
    ),
    serial: Nullable(
      Type.Object({
        given: Type.String(),
        match: literals(SERIAL_MATCHES, {
          description:
            'own: of a unit of the sender’s. offered: of another customer’s, see unitOffer. shared: of two units. unknown: of none',
        }),
      }),
    ),
    unitOffer: Nullable(
      Type.Object(
        {
          unit: Type.Object({ id: Type.String(), serial: Type.String(), productCode: Type.String() }),
          owner: CustomerBrief,
          openCases: Type.Array(
            Type.Object({ number: CaseNumber, subject: Type.String(), stage: Nullable(Type.String()) }),
          ),
        },
        { description: 'Whose unit the serial number is: to be confirmed with identifyCustomer or classify' },
      ),
    ),
    elsewhere: Type.Array(Elsewhere, {
      description: 'Known customers whom another centre looks after: the request is registered for it',
    }),
  },
  {
    title: 'RegisteredRequest',
    examples: [
      {
        number: 'RQ-2026-000002',
        caseNumber: 'AS-2026-000002',
        receivedAt: '2026-11-22T01:30:00.000Z',
        status: 'started',
        customer: { id: 'cus-0001', number: 'C-000001', name: '上海澜汀食品有限公司', status: 'active' },
        candidates: [],
        unit: {
          id: 'unt-0001',
          serial: 'SC75F-2103-0351',
          productCode: 'SC-75F',
          warranty: 'out-of-warranty',
        },
        openCases: [{ number: 'AS-2026-000001', subject: '空压机漏油', stage: 'dispatched' }],
        serial: { given: 'SC75F-2103-0351', match: 'own' },
        unitOffer: null,
        elsewhere: [],
      },
    ],
  },
);

export const RequestDetail = Type.Object(
  {
    number: RequestNumber,
    caseNumber: CaseNumber,
    receivedAt: Type.String(),
    status: literals(['started', 'registered']),
    channel: literals(CHANNELS),
    sender: Type.Object({
      kind: literals(SENDER_KINDS),
      name: Type.String(),
      phone: Nullable(Type.String()),
      extension: Nullable(Type.String({ description: 'Of the switchboard that the number belongs to' })),
      email: Nullable(Type.String()),
      address: Nullable(Type.String()),
    }),
    subject: Type.String(),
    text: Type.String(),
    language: literals(LANGUAGES),
    unitSerial: Nullable(Type.String()),
    customerId: Nullable(Type.String()),
    unitId: Nullable(Type.String()),
    regionId: Nullable(Type.String()),
    openCases: Type.Array(Type.String()),
    registeredBy: Type.String(),
  },
  {
    title: 'RequestDetail',
    examples: [
      {
        number: 'RQ-2026-000002',
        caseNumber: 'AS-2026-000002',
        receivedAt: '2026-11-22T01:30:00.000Z',
        status: 'started',
        channel: 'phone',
        sender: {
          kind: 'customer',
          name: '邵文娟',
          phone: '+8615124474580',
          extension: null,
          email: null,
          address: null,
        },
        subject: '空压机报警停机',
        text: '开机后十分钟报高温停机。',
        language: 'zh',
        unitSerial: 'SC75F-2103-0351',
        customerId: 'cus-0001',
        unitId: 'unt-0001',
        regionId: 'east',
        openCases: ['AS-2026-000001'],
        registeredBy: 'stf-010',
      },
    ],
  },
);
