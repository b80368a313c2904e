import { Type } from '@sinclair/typebox';
import { Closed } from '../http/schema/common';

/** proto3's JSON mapping of bytes: base64, in either alphabet, padded or not. */
const Base64 = (maxLength: number) => Type.String({ maxLength, pattern: '^[A-Za-z0-9+/_-]*={0,2}$' });

/** A payload of Temporal holds 2 MB at most, a third more in base64. */
const MAX_DATA_LENGTH = 3 * 1024 * 1024;

const PayloadSchema = Type.Object(
  {
    metadata: Type.Optional(Type.Record(Type.String(), Base64(10_000))),
    data: Type.Optional(Base64(MAX_DATA_LENGTH)),
  },
  { title: 'Payload' },
);

export const Payloads = Closed(
  { payloads: Type.Array(PayloadSchema, { maxItems: 1_000 }) },
  {
    title: 'Payloads',
    description: 'temporal.api.common.v1.Payloads in the JSON mapping of proto3',
    examples: [{ payloads: [{ metadata: { encoding: 'anNvbi9wbGFpbg==' }, data: 'eyJhIjoxfQ==' }] }],
  },
);
