import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { buildApi } from '../../../api/app';
import { EncryptionCodec, newCodecKey, parseCodecKeys } from '../../../platform/codec';
import { createLogger } from '../../../platform/logger';
import { signIn, testApi, type TestApi } from '../../support/api';
import { createOrganisations, createStaff, PASSWORD } from './organisation';

const toBase64 = (bytes: Uint8Array | null | undefined): string =>
  Buffer.from(bytes ?? []).toString('base64');

/** As Temporal's UI sends them. */
const wire = ({ metadata, data }: Payload) => ({
  metadata: Object.fromEntries(Object.entries(metadata ?? {}).map(([key, value]) => [key, toBase64(value)])),
  data: toBase64(data),
});

const lastByteChanged = (data: Payload['data']): Uint8Array =>
  Uint8Array.from(data ?? [], (byte, index) => (index === (data?.length ?? 0) - 1 ? byte ^ 1 : byte));

const secretOfACustomer = { phone: '+8613912345678', fault: '压缩机异响' };

describe("Temporal's UI asks for payloads in plain", () => {
  let api: TestApi;
  let manager: string;
  let encrypted: Payload;

  beforeAll(async () => {
    api = await testApi();
    await createOrganisations(api.database);
    await createStaff(api.database, 'manager', ['hq-service-manager']);
    await createStaff(api.database, 'director', ['centre-director'], { organisationId: 'north' });
    manager = await signIn(api.app, 'manager', PASSWORD);
    const encryption = new EncryptionCodec(parseCodecKeys(api.config.AFTERCARE_CODEC_KEYS));
    const [first] = await encryption.encode([defaultPayloadConverter.toPayload(secretOfACustomer)]);
    if (!first) throw new Error('nothing was encrypted');
    encrypted = first;
  });

  afterAll(() => api.close());

  const decode = (payload: object, token = manager, path = 'decode') =>
    api.app.inject({
      method: 'POST',
      url: `/v1/codec/${path}`,
      payload,
      headers: { authorization: `Bearer ${token}` },
    });

  it('decrypts them for the HQ service manager, in order', async () => {
    const open = wire({ metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from('"open"') });
    const response = await decode({ payloads: [open, wire(encrypted), {}] });
    expect(response.statusCode).toBe(200);
    const { payloads }: { payloads: { metadata: { encoding: string }; data: string }[] } = response.json();
    expect(payloads[0]).toEqual(open);
    expect(Buffer.from(payloads[1]?.metadata.encoding ?? '', 'base64').toString()).toBe('json/plain');
    expect(JSON.parse(Buffer.from(payloads[1]?.data ?? '', 'base64').toString())).toEqual(secretOfACustomer);
    expect(payloads[2]).toEqual({});
  });

  it('forbids it to a centre director', async () => {
    const response = await decode(
      { payloads: [wire(encrypted)] },
      await signIn(api.app, 'director', PASSWORD),
    );
    expect(response.json()).toMatchObject({
      status: 403,
      code: 'AUTH.FORBIDDEN',
      params: { permission: 'payload.decode' },
    });
  });

  it('offers no encoding: nothing is written to a workflow past the rules', async () => {
    expect((await decode({ payloads: [] }, manager, 'encode')).statusCode).toBe(404);
  });

  it('refuses what is damaged, and what another key encrypted', async () => {
    const damaged = { ...wire(encrypted), data: toBase64(lastByteChanged(encrypted.data)) };
    const foreign = new EncryptionCodec(parseCodecKeys(newCodecKey()));
    const [other] = await foreign.encode([{ metadata: {}, data: Buffer.from('x') }]);
    const short = { ...wire(encrypted), data: 'AAAA' };
    for (const payload of [damaged, short, wire(other ?? {})]) {
      const response = await decode({ payloads: [payload] });
      expect(response.json()).toMatchObject({ status: 400, code: 'REQUEST.INVALID' });
    }
  });

  it.each([
    [{}],
    [{ payloads: 'x' }],
    [{ payloads: [{ data: 'not base64!' }] }],
    [{ payloads: [{ metadata: { encoding: { a: 1 } } }] }],
  ])('refuses %j', async (body) => {
    expect((await decode(body)).statusCode).toBe(400);
  });

  it('takes a page of large payloads', async () => {
    const large = { metadata: {}, data: Buffer.alloc(1_500_000, 'a').toString('base64') };
    expect((await decode({ payloads: [large, large] })).statusCode).toBe(200);
  });

  it('writes each use to the log, without what was read', async () => {
    const lines: string[] = [];
    const logger = createLogger('api', 'info', { write: (line) => lines.push(line) });
    const app = await buildApi({ ...api, logger, databaseUrl: api.config.DATABASE_URL });
    const headers = { authorization: `Bearer ${manager}`, 'x-namespace': 'default' };
    await app.inject({
      method: 'POST',
      url: '/v1/codec/decode',
      payload: { payloads: [wire(encrypted)] },
      headers,
    });
    const uses = lines.filter((line) => line.includes('payloads decoded'));
    expect(uses).toHaveLength(1);
    expect(JSON.parse(uses[0] ?? '')).toMatchObject({
      staffId: 'manager',
      payloads: 1,
      namespace: 'default',
    });
    expect(lines.join('')).not.toContain('13912345678');
    await app.close();
  });
});
