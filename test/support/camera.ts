import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareZXingModule, writeBarcode, type WriteInputBarcodeFormat } from 'zxing-wasm/writer';

const [WIDTH, HEIGHT] = [640, 480];
const [BLACK, WHITE, GREY] = [16, 235, 128];

/** A camera that sees one code, as arguments of Chromium: a picture of it, in a file that Chromium plays. */
export async function cameraThatSees(code: string, format: WriteInputBarcodeFormat): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'aftercare-camera-'));
  const file = join(folder, 'code.y4m');
  const frame = Buffer.concat([Buffer.from('FRAME\n'), await pictureOf(code, format)]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  await writeFile(file, Buffer.concat([head, frame, frame]));
  return ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${file}`];
}

/** In YUV 4:2:0: the light of each point, then the colours of each four. */
async function pictureOf(code: string, format: WriteInputBarcodeFormat): Promise<Buffer> {
  const wasmBinary = new Uint8Array(await readFile(require.resolve('zxing-wasm/writer/zxing_writer.wasm')));
  prepareZXingModule({ overrides: { wasmBinary: wasmBinary.buffer } });
  const { symbol, error } = await writeBarcode(code, { format });
  if (error !== '') throw new Error(`${code} cannot be drawn: ${error}`);
  const { data, width, height } = symbol;
  const scale = Math.floor(Math.min((WIDTH - 120) / width, (HEIGHT - 120) / Math.max(height, 20)));
  const drawnHeight = Math.max(height * scale, 120);
  const [left, top] = [(WIDTH - width * scale) >> 1, (HEIGHT - drawnHeight) >> 1];
  const light = Buffer.alloc(WIDTH * HEIGHT, WHITE);
  for (let y = 0; y < drawnHeight; y++)
    for (let x = 0; x < width * scale; x++) {
      const from = Math.floor((y / drawnHeight) * height) * width + Math.floor(x / scale);
      light[(top + y) * WIDTH + left + x] = (data[from] ?? 255) < 128 ? BLACK : WHITE;
    }
  return Buffer.concat([light, Buffer.alloc((WIDTH * HEIGHT) / 2, GREY)]);
}
