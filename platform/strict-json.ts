/** The tokens of JSON that tell names from values. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}:]/g;

/** A name that stands twice in one object; undefined where none does. @param text that is JSON. */
export function duplicateKey(text: string): string | undefined {
  /** Names seen so far in each open object; undefined for a list. */
  const open: (Set<string> | undefined)[] = [];
  let last = '';
  for (const [token] of text.matchAll(TOKENS)) {
    switch (token) {
      case '{':
        open.push(new Set());
        break;
      case '[':
        open.push(undefined);
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case ':': {
        const name = String(JSON.parse(last));
        const names = open.at(-1);
        if (names?.has(name)) return name;
        names?.add(name);
        break;
      }
      default:
        last = token;
    }
  }
  return undefined;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Bytes as UTF-8 (RFC 8259 §8.1); undefined for what is none. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The charset that a Content-Type names, if it does: `utf-8` is the only one of JSON. */
export const charsetOf = (contentType: string | undefined): string | undefined =>
  /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType ?? '')?.[1]?.toLowerCase();
