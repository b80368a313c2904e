import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { METADATA_ENCODING_KEY, type Payload, type PayloadCodec } from '@temporalio/common';
import { temporal } from '@temporalio/proto';

const ENCODING = 'binary/encrypted';
const KEY_ID = 'encryption-key-id';
const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const text = new TextEncoder();

export interface CodecKey {
  /** First 16 hexadecimal digits of the key's SHA-256: tells keys apart, gives nothing away. */
  readonly id: string;
  readonly secret: Buffer;
}

/** @param encoded keys in base64, 32 bytes each, separated by commas; the first encrypts. @throws {Error} on any other length. */
export function parseCodecKeys(encoded: string): readonly [CodecKey, ...CodecKey[]] {
  const [first, ...rest] = encoded.split(',').map((key) => toCodecKey(key.trim()));
  if (!first) throw new Error('No payload key is given');
  return [first, ...rest];
}

export const newCodecKey = (): string => randomBytes(32).toString('base64');

function toCodecKey(encoded: string): CodecKey {
  const secret = Buffer.from(encoded, 'base64');
  if (secret.length !== 32) throw new Error(`A payload key has 32 bytes in base64, not ${secret.length}`);
  return { id: createHash('sha256').update(secret).digest('hex').slice(0, 16), secret };
}

/** Encrypts every payload that goes to Temporal with AES-256-GCM (design decision 10). */
export class EncryptionCodec implements PayloadCodec {
  private readonly byId: ReadonlyMap<string, CodecKey>;

  constructor(private readonly keys: readonly [CodecKey, ...CodecKey[]]) {
    this.byId = new Map(keys.map((key) => [key.id, key]));
  }

  encode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.resolve(payloads.map((payload) => this.encrypt(payload)));
  }

  decode(payloads: Payload[]): Promise<Payload[]> {
    // A payload that does not decrypt is a rejection and not a throw.
    return Promise.resolve().then(() => payloads.map((payload) => this.decrypt(payload)));
  }

  private encrypt(payload: Payload): Payload {
    const [key] = this.keys;
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, key.secret, iv);
    const plain = temporal.api.common.v1.Payload.encode(payload).finish();
    const data = Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    return {
      metadata: { [METADATA_ENCODING_KEY]: text.encode(ENCODING), [KEY_ID]: text.encode(key.id) },
      data,
    };
  }

  private decrypt(payload: Payload): Payload {
    const encoding = payload.metadata?.[METADATA_ENCODING_KEY];
    if (!encoding || Buffer.from(encoding).toString() !== ENCODING || !payload.data) return payload;
    const id = Buffer.from(payload.metadata?.[KEY_ID] ?? []).toString();
    const key = this.byId.get(id);
    if (!key) throw new Error(`A payload is encrypted with key ${id}, which is not among the keys given`);
    const data = Buffer.from(payload.data);
    const decipher = createDecipheriv(CIPHER, key.secret, data.subarray(0, IV_BYTES));
    decipher.setAuthTag(data.subarray(-TAG_BYTES));
    const plain = Buffer.concat([decipher.update(data.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
    return temporal.api.common.v1.Payload.decode(plain);
  }
}
