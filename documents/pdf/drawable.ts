import { inflateSync } from 'node:zlib';

/** A signature is no poster: what is larger would hold up everybody else while it is drawn. */
const MOST_PIXELS = 2_000_000;
const JPEG_START = 0xffd8;
const PALETTE = 3;
/** Channels and permitted bit depths of each colour type (ISO/IEC 15948, 11.2.2). */
const COLOURS: Readonly<Record<number, { readonly channels: number; readonly depths: readonly number[] }>> = {
  0: { channels: 1, depths: [1, 2, 4, 8, 16] },
  2: { channels: 3, depths: [8, 16] },
  [PALETTE]: { channels: 1, depths: [1, 2, 4, 8] },
  4: { channels: 2, depths: [8, 16] },
  6: { channels: 4, depths: [8, 16] },
};

/**
 * Whether an image can be drawn safely: pdfkit decodes a PNG in a callback where a damaged one would end the process, so its pixels are
 * read here first. A JPEG is put into the paper as it is; its frame has to be found.
 */
export function isDrawable(bytes: Buffer): boolean {
  try {
    return bytes.readUInt16BE(0) === JPEG_START ? isSoundJpeg(bytes) : isSoundPng(bytes);
  } catch {
    return false;
  }
}

/** Its frame header (ITU-T T.81, B.2.2) names eight bits a sample, a size, and grey, three or four colours. */
function isSoundJpeg(bytes: Buffer): boolean {
  for (let at = 2; ;) {
    if (bytes.readUInt8(at) !== 0xff) return false;
    const marker = bytes.readUInt8(at + 1);
    if (isFrame(marker)) {
      const [depth, height, width] = [
        bytes.readUInt8(at + 4),
        bytes.readUInt16BE(at + 5),
        bytes.readUInt16BE(at + 7),
      ];
      return depth === 8 && width * height > 0 && [1, 3, 4].includes(bytes.readUInt8(at + 9));
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
}

/** As pdfkit looks for it: SOF0 to SOF15, but for the Huffman tables that stand among them. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4;

function isSoundPng(bytes: Buffer): boolean {
  if (bytes.readUInt32BE(0) !== 0x89504e47) return false;
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const [depth = 0, colour = -1, , , interlace] = bytes.subarray(24, 29);
  const { channels, depths } = COLOURS[colour] ?? { channels: 0, depths: [] };
  if (!depths.includes(depth) || interlace !== 0) return false;
  if (width * height === 0 || width * height > MOST_PIXELS) return false;
  const data: Buffer[] = [];
  let [hasPalette, hasTransparency] = [false, false];
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (at + 12 + length > bytes.length) return false;
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + length));
    if (type === 'PLTE') hasPalette = length > 0;
    if (type === 'tRNS') hasTransparency = true;
    if (type === 'IEND') break;
    at += 12 + length;
  }
  // pdfkit takes a byte for an index where it splits off the transparency of a palette.
  if (colour === PALETTE && (!hasPalette || (hasTransparency && depth !== 8))) return false;
  const row = Math.ceil((width * channels * depth) / 8) + 1;
  const pixels = inflateSync(Buffer.concat(data), { maxOutputLength: row * height });
  if (pixels.length !== row * height) return false;
  for (let at = 0; at < pixels.length; at += row) if ((pixels[at] ?? 5) > 4) return false;
  return true;
}
