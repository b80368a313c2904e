import type { Payload } from '@temporalio/common';
import { EncryptionCodec, parseCodecKeys } from '../../platform/codec';
import { PROBLEMS } from '../http/schema/common';
import { Payloads } from './codec-schema';
import type { Api, ApiDependencies } from '../context';
import { badRequest } from '../http/problems';

/** One page of a workflow's history in Temporal's own UI. */
const BODY_LIMIT_BYTES = 8 * 1024 * 1024;

interface WirePayload {
  readonly metadata?: Readonly<Record<string, string>>;
  readonly data?: string;
}

/**
 * The remote codec of Temporal's UI (design decision 10): point it at `…/v1/codec`. It only decodes: nothing is written to a
 * workflow by hand, past the rules.
 */
export function codec(app: Api, { config }: ApiDependencies): Promise<void> {
  const encryption = new EncryptionCodec(parseCodecKeys(config.AFTERCARE_CODEC_KEYS), 'pass');
  app.post(
    '/v1/codec/decode',
    {
      config: { permission: 'payload.decode' },
      bodyLimit: BODY_LIMIT_BYTES,
      schema: {
        summary: "Decrypt payloads, for Temporal's own UI",
        description: "Contract of Temporal's remote codec endpoint. Each use is logged with who asked.",
        operationId: 'decodePayloads',
        tags: ['operations'],
        body: Payloads,
        response: {
          200: Payloads,
          400: PROBLEMS[400],
          401: PROBLEMS[401],
          403: PROBLEMS[403],
          503: PROBLEMS[503],
        },
      },
    },
    async (request) => {
      // The line has the caller's staff id: the identity plugin has put it on the request's log.
      const use = {
        payloads: request.body.payloads.length,
        namespace: request.headers['x-namespace'] ?? null,
      };
      request.log.info(use, 'payloads decoded');
      try {
        return { payloads: (await encryption.decode(request.body.payloads.map(fromWire))).map(toWire) };
      } catch (error) {
        request.log.warn({ err: error }, 'payloads could not be decoded');
        throw badRequest(undefined, {
          en: 'a payload is damaged or was encrypted with an unknown key',
          zh: '数据已损坏，或加密所用的密钥未知',
        });
      }
    },
  );
  return Promise.resolve();
}

const fromWire = ({ metadata, data }: WirePayload): Payload => ({
  ...(metadata && { metadata: mapValues(metadata, (value) => Buffer.from(value, 'base64')) }),
  ...(data !== undefined && { data: Buffer.from(data, 'base64') }),
});

const toWire = ({ metadata, data }: Payload): WirePayload => ({
  ...(metadata && { metadata: mapValues(metadata, toBase64) }),
  ...(data && { data: toBase64(data) }),
});

const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const mapValues = <A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
