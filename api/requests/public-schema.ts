import { Type } from '@sinclair/typebox';
import { LANGUAGES } from '../../domain/bilingual';
import { Bilingual, CaseNumber, Closed, Code, literals, Text } from '../http/schema/common';
import { At } from '../http/schema/paging';
import { RequestNumber } from './schema';

export const PublicForm = Type.Object(
  { stamp: Type.String({ description: 'To be sent with the form: it says when the form was opened' }) },
  { title: 'PublicForm', examples: [{ stamp: 'mhxq3k2a.0Yl3wz' }] },
);

export const PublicRequest = Closed(
  {
    name: Text(200),
    phone: Text(60, { description: 'In any spelling, with the country code where it is not the company’s' }),
    unitSerial: Type.Optional(Code(100, { description: 'As on the name plate' })),
    text: Text(4_000, { description: 'What is wrong' }),
    language: literals(LANGUAGES),
    stamp: Text(100, { description: 'Of `GET /v1/public/request-form`' }),
    website: Type.Optional(
      Type.String({ maxLength: 200, description: 'People do not see this field and leave it empty' }),
    ),
  },
  {
    title: 'PublicRequest',
    examples: [
      {
        name: '王秀英',
        phone: '138 0013 8000',
        unitSerial: 'GX37-2025-0117',
        text: '开机后十分钟报高温停机。',
        language: 'zh',
        stamp: 'mhxq3k2a.0Yl3wz',
      },
    ],
  },
);

/** Tells the sender what they need to ask about it, and nothing of what the registers know. */
export const PublicReceipt = Type.Object(
  {
    number: RequestNumber,
    caseNumber: CaseNumber,
    receivedAt: At,
    promise: { ...Bilingual, description: 'The published promise of an answer' },
  },
  {
    title: 'PublicReceipt',
    examples: [
      {
        number: 'RQ-2026-000002',
        caseNumber: 'AS-2026-000002',
        receivedAt: '2026-11-22T01:30:00.000Z',
        promise: { en: 'Every request is answered within 24 hours.', zh: '所有请求 24 小时内答复。' },
      },
    ],
  },
);
