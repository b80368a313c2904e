import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { whyUnreadable } from '../../../domain/process/unreadable';
import { EncryptionCodec, newCodecKey, parseCodecKeys } from '../../../platform/codec';
import { hasZstd } from '../../../platform/compression';

const KEYS = parseCodecKeys(newCodecKey());
const codec = new EncryptionCodec(KEYS);
const payloadOf = (value: unknown): Payload => defaultPayloadConverter.toPayload(value);
const valueOf = (payload: Payload | undefined): unknown =>
  payload && defaultPayloadConverter.fromPayload(payload);
const roundTrip = async (value: unknown) => {
  const encoded = await codec.encode([payloadOf(value)]);
  return { bytes: encoded[0]?.data?.length ?? 0, value: valueOf((await codec.decode(encoded))[0]) };
};

describe('A payload on its way to Temporal', () => {
  it('is compressed before it is encrypted, where that makes it smaller', async () => {
    const long = { notes: Array.from({ length: 500 }, (_, n) => `第 ${n} 次回访：客户表示空压机运行正常。`) };
    const { bytes, value } = await roundTrip(long);
    expect(value).toEqual(long);
    expect(bytes).toBeLessThan(JSON.stringify(long).length / 3);
    const noise = randomBytes(20_000).toString('base64');
    expect((await roundTrip(noise)).value).toBe(noise);
    expect((await roundTrip('short')).value).toBe('short');
  });

  it('reads what was encrypted before payloads were compressed', async () => {
    // As it was: the payload itself, whatever its size. A payload of that shape is what a short one is still.
    const text = randomBytes(3_000).toString('latin1');
    const message = temporal.api.common.v1.Payload.encode(payloadOf(text)).finish();
    expect(message.length).toBeGreaterThan(1_024);
    const [old] = await new EncryptionCodec(KEYS).encode([{ metadata: {}, data: randomBytes(1_500) }]);
    expect((await codec.decode(old ? [old] : []))[0]?.data).toHaveLength(1_500);
  });

  it('is read whichever way it was compressed', async () => {
    const inner = temporal.api.common.v1.Payload.encode(payloadOf('x'.repeat(500))).finish();
    const wrapped = { metadata: { encoding: Buffer.from('binary/gzip') }, data: gzipSync(inner) };
    const [encoded] = await codec.encode([wrapped]);
    expect(valueOf((await codec.decode(encoded ? [encoded] : []))[0])).toBe('x'.repeat(500));
    expect(hasZstd).toBe('zstdCompressSync' in process.getBuiltinModule('node:zlib'));
  });
});

describe('A payload that has not come from Aftercare', () => {
  const foreign = async (): Promise<Record<string, Payload>> => {
    const [other] = await new EncryptionCodec(parseCodecKeys(newCodecKey())).encode([payloadOf('secret')]);
    const [own] = await codec.encode([payloadOf('secret')]);
    const changed = Uint8Array.from(own?.data ?? [], (byte, n) => (n === 20 ? byte ^ 1 : byte));
    return {
      plain: payloadOf('anything'),
      'of another key': other ?? {},
      changed: { ...own, data: changed },
    };
  };

  it.each(['plain', 'of another key', 'changed'])(
    '%s, is refused by a worker and an error for anybody else',
    async (kind) => {
      const payload = (await foreign())[kind] ?? {};
      await expect(codec.decode([payload])).rejects.toThrow('A payload is');
      const [decoded] = await new EncryptionCodec(KEYS, 'refuse').decode([payload]);
      expect(whyUnreadable(valueOf(decoded))).toMatch(/^A payload is /);
    },
  );

  it('passes in plain for the eyes of those who look into Temporal, and nothing else does', async () => {
    const lookingOn = new EncryptionCodec(KEYS, 'pass');
    const { plain = {}, changed = {} } = await foreign();
    expect(await lookingOn.decode([plain])).toEqual([plain]);
    await expect(lookingOn.decode([changed])).rejects.toThrow('damaged');
  });
});
