/** Codes on nameplates and parts. */
const FORMATS = ['code_128', 'code_39', 'ean_13', 'qr_code', 'data_matrix'] as const;
const LOOK_MS = 150;

interface Detector {
  detect(from: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}

/** The first code that the camera sees; undefined where somebody closes it first. @throws where the camera cannot be used. */
export async function readCode(video: HTMLVideoElement, leaving: AbortSignal): Promise<string | undefined> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  try {
    const detector = await detectorOf();
    video.srcObject = stream;
    await video.play();
    while (!leaving.aborted) {
      const [found] = await detector.detect(video);
      if (found) return found.rawValue;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    return undefined;
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}

/** The browser's own; else one whose module comes with these pages, and no other address. */
async function detectorOf(): Promise<Detector> {
  const { BarcodeDetector: Ponyfill, prepareZXingModule } = await import('barcode-detector/ponyfill');
  const own: unknown = Reflect.get(window, 'BarcodeDetector');
  if (own !== undefined) return new (own as typeof Ponyfill)({ formats: [...FORMATS] });
  const { default: wasm } = await import('zxing-wasm/reader/zxing_reader.wasm?url');
  prepareZXingModule({ overrides: { locateFile: () => wasm } });
  return new Ponyfill({ formats: [...FORMATS] });
}
