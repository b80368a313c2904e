import { deflateSync, crc32 } from 'node:zlib';

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** A PNG with transparency, as a signature pad makes it; `shade` makes it another file. */
export function aPng({ width = 120, height = 40, shade = 0 } = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (width * 4 + 1));
  for (let x = 4; x < width - 4; x += 1) {
    const y = Math.round(height / 2 + (height / 3) * Math.sin(x / 9) * Math.cos(x / 31));
    for (const dy of [-1, 0, 1]) rows.set([shade, 20, 90, 255], (y + dy) * (width * 4 + 1) + 1 + x * 4);
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A grey PNG, or one of any other colour type, with as many bits a channel; black, with the chunks that stand before its pixels. */
export function aPngOf(colour: number, depth: number, ...before: readonly Buffer[]): Buffer {
  const [width, height, channels] = [33, 8, [1, 0, 3, 1, 2, 0, 4][colour] ?? 0];
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colour, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...before,
    chunk('IDAT', deflateSync(Buffer.alloc(height * (Math.ceil((width * channels * depth) / 8) + 1)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
export const aPalette = (): Buffer => chunk('PLTE', Buffer.from([0, 0, 0, 255, 255, 255]));
export const aTransparency = (): Buffer => chunk('tRNS', Buffer.from([0, 255]));

/** A JPEG by its signature alone: no test here draws it. */
export const aJpeg = (fill = 'photo'): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xfe, Buffer.from(fill)), segment(0xc0, JPEG_FRAME)]);
/** Eight bits a sample, 64 × 64, three colours. */
const JPEG_FRAME = Buffer.from([8, 0, 64, 0, 64, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);
const segment = (marker: number, data: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0xff, marker, 0, data.length + 2]), data]);
export const aWebp = (): Buffer => Buffer.from('RIFF\u0010\u0000\u0000\u0000WEBPVP8 ', 'latin1');
export const aPdf = (): Buffer => Buffer.from('%PDF-1.7\n%%EOF\n', 'latin1');
