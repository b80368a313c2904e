import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import {
  defaultPayloadConverter,
  METADATA_ENCODING_KEY,
  type Payload,
  type PayloadCodec,
} from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { unreadable } from '../domain/process/unreadable';
import { compress, COMPRESSIONS, decompress } from './compression';

const ENCODING = 'binary/encrypted';
/** Within what is encrypted: how the payload in it was compressed. */
const COMPRESSED = 'binary/';
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
  if (!first) throw new Error('No payload key is configured');
  return [first, ...rest];
}

export const newCodecKey = (): string => randomBytes(32).toString('base64');

function toCodecKey(encoded: string): CodecKey {
  const secret = Buffer.from(encoded, 'base64');
  if (secret.length !== 32) throw new Error(`A payload key has 32 bytes in base64, not ${secret.length}`);
  return { id: createHash('sha256').update(secret).digest('hex').slice(0, 16), secret };
}

/** Handling of a payload that none of the keys encrypted. */
export type Foreign =
  /** An error: nothing of the kind is expected. */
  | 'throw'
  /** Passed on as it is where it is not encrypted at all: for Temporal's UI, which shows both. */
  | 'pass'
  /** In its place one that says so (`whyUnreadable`): a process refuses it, and is not blocked by it. */
  | 'refuse';

/** Smaller than this nothing is gained. */
const COMPRESSED_FROM_BYTES = 1_024;

/**
 * Compresses and encrypts every payload that goes to Temporal, with AES-256-GCM (design decision 10): what decrypts has come from somebody with
 * the key, and unchanged (ADR 37).
 */
export class EncryptionCodec implements PayloadCodec {
  private readonly byId: ReadonlyMap<string, CodecKey>;

  constructor(
    private readonly keys: readonly [CodecKey, ...CodecKey[]],
    private readonly foreign: Foreign = 'throw',
  ) {
    this.byId = new Map(keys.map((key) => [key.id, key]));
  }

  encode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.resolve(payloads.map((payload) => this.encrypt(compressed(payload))));
  }

  decode(payloads: Payload[]): Promise<Payload[]> {
    // A payload that does not decrypt is a rejection and not a throw.
    return Promise.resolve().then(() => payloads.map((payload) => this.read(payload)));
  }

  private encrypt(plain: Uint8Array): Payload {
    const [key] = this.keys;
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, key.secret, iv);
    const data = Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    return {
      metadata: { [METADATA_ENCODING_KEY]: text.encode(ENCODING), [KEY_ID]: text.encode(key.id) },
      data,
    };
  }

  private read(payload: Payload): Payload {
    if (encodingOf(payload) !== ENCODING && this.foreign === 'pass') return payload;
    if (this.foreign !== 'refuse') return this.decrypt(payload);
    try {
      return this.decrypt(payload);
    } catch (error) {
      // Unknown key, damaged or never encrypted: the process gets an error value, and the record stays
      // readable once the key is back.
      if (!(error instanceof ForeignPayloadError)) throw error;
      return defaultPayloadConverter.toPayload(unreadable(error.message));
    }
  }

  /** @throws {ForeignPayloadError} */
  private decrypt(payload: Payload): Payload {
    if (encodingOf(payload) !== ENCODING || !payload.data)
      throw new ForeignPayloadError('A payload is not encrypted');
    const id = Buffer.from(payload.metadata?.[KEY_ID] ?? []).toString();
    const key = this.byId.get(id);
    if (!key)
      throw new ForeignPayloadError(
        `A payload is encrypted with key ${id}, which is not among the keys given`,
      );
    const data = Buffer.from(payload.data);
    return decompressed(temporal.api.common.v1.Payload.decode(decipher(key, data)));
  }
}

class ForeignPayloadError extends Error {
  override readonly name = 'ForeignPayloadError';
}

/** @throws {ForeignPayloadError} where it was damaged or changed. */
function decipher(key: CodecKey, data: Buffer): Buffer {
  try {
    const cipher = createDecipheriv(CIPHER, key.secret, data.subarray(0, IV_BYTES));
    cipher.setAuthTag(data.subarray(-TAG_BYTES));
    return Buffer.concat([cipher.update(data.subarray(IV_BYTES, -TAG_BYTES)), cipher.final()]);
  } catch (error) {
    throw new ForeignPayloadError('A payload is damaged', { cause: error });
  }
}

const encodingOf = ({ metadata }: Payload): string =>
  Buffer.from(metadata?.[METADATA_ENCODING_KEY] ?? []).toString();

/** Serialises the payload, compressed when it is long; only the holder of the key can see that. */
function compressed(payload: Payload): Uint8Array {
  const { Payload: Message } = temporal.api.common.v1;
  const plain = Message.encode(payload).finish();
  if (plain.length < COMPRESSED_FROM_BYTES) return plain;
  const smaller = compress(plain);
  if (smaller.data.length >= plain.length) return plain;
  const metadata = { [METADATA_ENCODING_KEY]: text.encode(`${COMPRESSED}${smaller.with}`) };
  return Message.encode({ metadata, data: smaller.data }).finish();
}

/** Payloads encrypted before compression was introduced are returned as they are. */
function decompressed(payload: Payload): Payload {
  const encoding = encodingOf(payload);
  const compression = COMPRESSIONS.find((name) => encoding === `${COMPRESSED}${name}`);
  if (!compression || !payload.data) return payload;
  return temporal.api.common.v1.Payload.decode(decompress(compression, payload.data));
}
