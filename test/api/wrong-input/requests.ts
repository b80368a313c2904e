import { aRequest } from '../../support/requests';
import type { Wrong } from './wrong';

const sender = aRequest().sender;
const of = (more: object): object => ({ ...aRequest(), ...more });
const request = (name: string, more: object, expected: string): Wrong => ({
  name,
  to: 'requests',
  body: of(more),
  expected,
});
const deep = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const raw = (name: string, text: string, expected: string, headers = {}): Wrong => ({
  name,
  to: 'requests',
  text,
  expected,
  headers: { 'content-type': 'application/json', ...headers },
});
const withField = (json: string): string => JSON.stringify(aRequest()).replace(/\}$/, `,${json}}`);

/** Malformed requests to intake. */
export const WRONG_REQUESTS: readonly Wrong[] = [
  request(
    'no telephone number',
    { sender: { ...sender, phone: '123' } },
    '422 REQUEST.PHONE_INVALID sender.phone',
  ),
  request(
    'letters for a number',
    { sender: { ...sender, phone: 'abc' } },
    '422 REQUEST.PHONE_INVALID sender.phone',
  ),
  request(
    'no e-mail address',
    { sender: { ...sender, email: 'nobody@' } },
    '422 REQUEST.EMAIL_INVALID sender.email',
  ),
  request(
    'no way to answer',
    { sender: { kind: 'agent', name: '无名' } },
    '422 REQUEST.SENDER_UNREACHABLE sender',
  ),
  request('a huge text', { text: '长'.repeat(20_001) }, '400 REQUEST.INVALID text'),
  request('a huge body', { text: 'x'.repeat(300_000) }, '413 REQUEST.TOO_LARGE'),
  request('a NUL', { text: 'a\u0000b' }, '400 REQUEST.INVALID text'),
  request('half a surrogate pair', { subject: 'a\ud800' }, '400 REQUEST.INVALID subject'),
  request('a bell', { sender: { ...sender, name: '\u0007' } }, '400 REQUEST.INVALID sender.name'),
  request('an empty text', { text: '' }, '400 REQUEST.INVALID text'),
  request('a number for a text', { text: 5 }, '400 REQUEST.INVALID text'),
  request('a list for a sender', { sender: [] }, '400 REQUEST.INVALID sender'),
  request('null for a channel', { channel: null }, '400 REQUEST.INVALID channel'),
  request('an unknown channel', { channel: 'pigeon' }, '400 REQUEST.INVALID channel'),
  request('an unknown field', { urgent: true }, '400 REQUEST.INVALID urgent'),
  request(
    'an unknown field of the sender',
    { sender: { ...sender, fax: '1' } },
    '400 REQUEST.INVALID sender.fax',
  ),
  request('a missing field', { text: undefined }, '400 REQUEST.INVALID text'),
  request('no date', { receivedAt: 'yesterday' }, '400 REQUEST.INVALID receivedAt'),
  request('30 February', { receivedAt: '2026-02-30T00:00:00Z' }, '400 REQUEST.INVALID receivedAt'),
  request('a leap second', { receivedAt: '2016-12-31T23:59:60Z' }, '400 REQUEST.INVALID receivedAt'),
  request('no zone', { receivedAt: '2026-11-01T00:00:00' }, '400 REQUEST.INVALID receivedAt'),
  request('the year 1', { receivedAt: '0001-01-01T00:00:00Z' }, '400 REQUEST.INVALID receivedAt'),
  request(
    'the year 1950',
    { receivedAt: '1950-01-01T00:00:00Z' },
    '422 REQUEST.RECEIVED_TOO_EARLY receivedAt',
  ),
  request(
    'the year 2100',
    { receivedAt: '2100-01-01T00:00:00Z' },
    '422 REQUEST.RECEIVED_IN_FUTURE receivedAt',
  ),
  request('the year 9999', { receivedAt: '9999-12-31T23:59:59Z' }, '400 REQUEST.INVALID receivedAt'),
  request('the year 275760', { receivedAt: '+275760-09-13T00:00:00Z' }, '400 REQUEST.INVALID receivedAt'),
  raw('broken JSON', '{ "channel": ', '400 REQUEST.INVALID'),
  raw('no JSON at all', '', '400 REQUEST.INVALID'),
  raw('a list', '[]', '400 REQUEST.INVALID'),
  raw('a text', '"hello"', '400 REQUEST.INVALID'),
  raw('JSON 20,000 deep', withField(`"deep":${deep(20_000)}`), '400 REQUEST.INVALID deep'),
  raw('__proto__', withField('"__proto__":{"admin":true}'), '400 REQUEST.INVALID'),
  raw(
    'constructor.prototype',
    withField('"constructor":{"prototype":{"admin":true}}'),
    '400 REQUEST.INVALID',
  ),
  raw('another kind of content', 'channel=phone', '415 REQUEST.UNSUPPORTED_MEDIA_TYPE', {
    'content-type': 'application/x-www-form-urlencoded',
  }),
  raw('XML', '<a/>', '415 REQUEST.UNSUPPORTED_MEDIA_TYPE', { 'content-type': 'application/xml' }),
  raw('no kind of content', '{}', '415 REQUEST.UNSUPPORTED_MEDIA_TYPE', { 'content-type': '' }),
];
