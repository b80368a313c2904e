/** File types allowed as attachments. */
export const ATTACHMENT_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'application/pdf'] as const;
export type AttachmentType = (typeof ATTACHMENT_TYPES)[number];
export const LARGEST_ATTACHMENT_BYTES = 5 * 1024 * 1024;

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

/** File type by the signature of its first bytes, regardless of its name; undefined for any other type. */
export function typeOf(bytes: Buffer): AttachmentType | undefined {
  if (bytes.subarray(0, 8).equals(PNG) && textAt(bytes, 12, 4) === 'IHDR') return 'image/png';
  if (bytes.subarray(0, 3).equals(JPEG)) return 'image/jpeg';
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return 'image/webp';
  if (textAt(bytes, 0, 5) === '%PDF-') return 'application/pdf';
  return undefined;
}

/** Endings of names by type: a name gets the first where it has none of them. */
const ENDINGS: ReadonlyMap<string, readonly [string, ...string[]]> = new Map<
  AttachmentType,
  readonly [string, ...string[]]
>([
  ['image/png', ['.png']],
  ['image/jpeg', ['.jpg', '.jpeg', '.jpe', '.jfif']],
  ['image/webp', ['.webp']],
  ['application/pdf', ['.pdf']],
]);
const EACH_ENDING = [...ENDINGS.values()].flat();

/** A name that ends as its type does: a machine opens a file by its ending, whatever its bytes are. */
export function nameByType(name: string, type: string, longest: number): string {
  const endings = ENDINGS.get(type);
  const ends = (ending: string): boolean => name.toLowerCase().endsWith(ending);
  if (!endings || endings.some(ends)) return name;
  const [ending] = endings;
  const ofAnotherType = EACH_ENDING.find(ends) ?? '';
  let base = '';
  for (const character of name.slice(0, name.length - ofAnotherType.length)) {
    if (base.length + character.length + ending.length > longest) break;
    base += character;
  }
  return `${base.replace(/[. ]+$/, '')}${ending}`;
}

const textAt = (bytes: Buffer, from: number, length: number): string =>
  bytes.toString('latin1', from, from + length);
