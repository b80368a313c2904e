import * as zlib from 'node:zlib';

/** How payloads are made smaller before they are encrypted: zstd where this Node has it, else gzip, which every one has. */
export const COMPRESSIONS = ['zstd', 'gzip'] as const;
export type Compression = (typeof COMPRESSIONS)[number];

type Transform = (data: Uint8Array, options?: object) => Buffer;
const isTransform = (value: unknown): value is Transform => typeof value === 'function';

/** Node has zstd since 22.15; the types are those of Node 20. */
const zstd = {
  compress: Reflect.get(zlib, 'zstdCompressSync') as unknown,
  decompress: Reflect.get(zlib, 'zstdDecompressSync') as unknown,
};
export const hasZstd = isTransform(zstd.compress) && isTransform(zstd.decompress);

/** A payload is 2 MB at most as Temporal has it; texts shrink to a third, repeated ones to a hundredth. */
const MOST_BYTES = 256 * 1024 * 1024;

export function compress(data: Uint8Array): { readonly with: Compression; readonly data: Uint8Array } {
  return isTransform(zstd.compress)
    ? { with: 'zstd', data: zstd.compress(data) }
    : { with: 'gzip', data: zlib.gzipSync(data, { level: 3 }) };
}

/** @throws {Error} where this Node cannot read it, or it is damaged. */
export function decompress(compression: Compression, data: Uint8Array): Uint8Array {
  const options = { maxOutputLength: MOST_BYTES };
  if (compression === 'gzip') return zlib.gunzipSync(data, options);
  if (!isTransform(zstd.decompress))
    throw new Error(
      'A payload is compressed with zstd, which this version of Node does not support (22.15 and later do)',
    );
  return zstd.decompress(data, options);
}
