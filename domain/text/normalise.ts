import { BLANKS, CONTROLS, DASHES, INVISIBLE, VARIATION_SELECTORS } from './characters';

const LINE_BREAKS = /\r\n?|[\u000B\u000C\u0085\u2028\u2029]/g;
/** Between words; the ideographic space stays, as Chinese indents with it. */
const SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F]/g;
const UNSEEN = new RegExp(`[${CONTROLS}${INVISIBLE}]`, 'gu');
const HAS_UNSEEN = new RegExp(`[${CONTROLS}${INVISIBLE}]`, 'u');
const JOINERS = '\u200C\u200D';
const ONLY_BLANK = new RegExp(`^[${BLANKS}]*$`, 'u');

/** More marks on one letter than any script writes: a longer heap of them is a prank, and costs the square of its length to sort. */
const HEAP_OF_MARKS = /(\p{M}{30})\p{M}+/gu;

/** Emoji made of several: 👩‍🔧 is three characters, held together by a joiner. */
const EMOJI_BEFORE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]$/u;
const EMOJI = /^\p{Extended_Pictographic}/u;
/** Scripts that spell with joiners: Persian می‌خواهم, Bengali র‍্য, Sinhala ශ්‍රී. */
const JOINING =
  /^[\p{Script=Arab}\p{Script=Syrc}\p{Script=Mong}\p{Script=Nkoo}\p{Script=Deva}\p{Script=Beng}\p{Script=Guru}\p{Script=Gujr}\p{Script=Orya}\p{Script=Taml}\p{Script=Telu}\p{Script=Knda}\p{Script=Mlym}\p{Script=Sinh}\p{Script=Khmr}\p{Script=Mymr}\p{Script=Tibt}]$/u;
/** The flags of England, Scotland and Wales: a black flag, then the region in tags to its end. */
const FLAG = /\u{1F3F4}[\u{E0061}-\u{E007A}\u{E0030}-\u{E0039}]{3,6}\u{E007F}/gu;

/**
 * Text as people mean it: composed (NFC), line breaks as `\n`, one kind of space, without controls and what has no form of its own
 * (zero-width, bidirectional marks, soft hyphen), nor blanks at its ends. NUL and halves of surrogate pairs are left for the form of
 * the request to refuse. Joiners stay where a script or an emoji is spelt with them. Costs time in proportion to its length.
 */
export function normaliseText(text: string): string {
  const lines = text.replace(LINE_BREAKS, '\n').replace(SPACES, ' ');
  const seen = HAS_UNSEEN.test(lines) ? withoutUnseen(lines) : lines;
  return seen.replace(HEAP_OF_MARKS, '$1').normalize('NFC').trim();
}

function withoutUnseen(text: string): string {
  const flags = new Set<number>();
  for (const { index, 0: flag } of text.matchAll(FLAG))
    for (let at = index; at < index + flag.length; at += 1) flags.add(at);
  return text.replace(UNSEEN, (character, at: number) =>
    flags.has(at) || (JOINERS.includes(character) && joins(text, at)) ? character : '',
  );
}

function joins(text: string, at: number): boolean {
  const before = lastCharacter(text.slice(Math.max(0, at - 2), at));
  const after = text.slice(at + 1, at + 3);
  const next = after === '' ? '' : String.fromCodePoint(after.codePointAt(0) ?? 0);
  return (EMOJI_BEFORE.test(before) && EMOJI.test(next)) || (JOINING.test(before) && JOINING.test(next));
}

const lastCharacter = (text: string): string => Array.from(text).at(-1) ?? '';

/** Whether a person sees nothing of it. */
export const isBlank = (text: string): boolean => ONLY_BLANK.test(normaliseText(text));

const NOTHING = new RegExp(`[${CONTROLS}${INVISIBLE}${VARIATION_SELECTORS}]`, 'gu');
const RUN_OF_BLANKS = new RegExp(`[${BLANKS}]+`, 'gu');
const EACH_DASH = new RegExp(`[${DASHES}]`, 'gu');

/**
 * A code (a serial or part number, the number of a case) as it is shown: full-width made half-width, every dash a hyphen, one space
 * for blanks, nothing unseen.
 */
export const normaliseCode = (text: string): string =>
  plainForm(text).replace(EACH_DASH, '-').replace(RUN_OF_BLANKS, ' ').trim();

/** Half-width (NFKC), without anything unseen: what texts are compared by. */
export const plainForm = (text: string): string =>
  text.replace(NOTHING, '').replace(HEAP_OF_MARKS, '$1').normalize('NFKC').replace(NOTHING, '');
