import { create, type Font } from 'fontkit';
import { readFileSync } from 'node:fs';

const STYLES = ['regular', 'bold'] as const;
export type Style = (typeof STYLES)[number];

/** A stretch of text that one font can draw. */
export interface Run {
  /** As it is registered with the document. */
  readonly font: string;
  readonly text: string;
}

interface Family {
  readonly name: string;
  readonly files: Readonly<Record<Style, string>>;
  /** Written from right to left. */
  readonly isRightToLeft?: true;
}

const family = (
  name: string,
  files: Readonly<Record<Style, string>>,
  more: Partial<Family> = {},
): Family => ({
  name,
  files,
  ...more,
});
const noto = (name: string, file: string, more: Partial<Family> = {}): Family =>
  family(
    name,
    {
      regular: `@expo-google-fonts/${name}/400Regular/${file}_400Regular.ttf`,
      bold: `@expo-google-fonts/${name}/700Bold/${file}_700Bold.ttf`,
    },
    more,
  );
const regularOnly = (name: string, file: string): Family => {
  const path = `@expo-google-fonts/${name}/400Regular/${file}_400Regular.ttf`;
  return family(name, { regular: path, bold: path });
};

/**
 * Noto Sans SC has Chinese and Latin letters in one, and draws what it can; the others stand in where it lacks a letter, in this order. Only
 * the letters used go into the document, and a font is read when it is first needed.
 */
const FAMILIES: readonly [Family, ...Family[]] = [
  noto('noto-sans-sc', 'NotoSansSC'),
  noto('noto-sans', 'NotoSans'),
  noto('noto-sans-kr', 'NotoSansKR'),
  noto('noto-sans-arabic', 'NotoSansArabic', { isRightToLeft: true }),
  noto('noto-sans-hebrew', 'NotoSansHebrew', { isRightToLeft: true }),
  noto('noto-sans-thai', 'NotoSansThai'),
  noto('noto-sans-symbols', 'NotoSansSymbols'),
  regularOnly('noto-sans-symbols-2', 'NotoSansSymbols2'),
  noto('noto-emoji', 'NotoEmoji'),
  // Characters of names beyond the BMP that the Chinese font lacks, as 𠮷.
  noto('noto-sans-jp', 'NotoSansJP'),
];

/** Not to be seen, and of no meaning on paper: marks of direction and of where a word may break. */
const NOTHING = /[\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\ufeff]/gu;
/** Joiners and variation selectors: drawn by the letters around them, or not at all. */
const INVISIBLE = /^[\u200c\u200d\ufe00-\ufe0f\u{e0100}-\u{e01ef}]$/u;
const isInvisible = (codePoint: number): boolean => INVISIBLE.test(String.fromCodePoint(codePoint));

/** The font files, each read once for all documents. */
class Library {
  private readonly bytes = new Map<string, Buffer>();
  private readonly fonts = new Map<string, Font>();

  bytesOf(path: string): Buffer {
    const known = this.bytes.get(path) ?? readFileSync(require.resolve(path));
    this.bytes.set(path, known);
    return known;
  }

  /** Its regular cut has the letters of its bold one. */
  has({ files: { regular } }: Family, codePoint: number): boolean {
    let font = this.fonts.get(regular);
    if (!font) {
      const opened = create(this.bytesOf(regular));
      if (!('hasGlyphForCodePoint' in opened)) throw new Error(`${regular} is a collection of fonts`);
      font = opened;
      this.fonts.set(regular, font);
    }
    return font.hasGlyphForCodePoint(codePoint);
  }
}

const library = new Library();
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const CODE_POINTS = /./gsu;
/** Chinese has no blanks between words: a foreign name within it is a word of its own. */
const WORDS = /\s+|\p{sc=Han}+|[^\s\p{sc=Han}]+/gu;

const codePointsOf = (text: string): number[] =>
  (text.match(CODE_POINTS) ?? []).flatMap((character) => character.codePointAt(0) ?? []);
const covers = (one: Family, codePoints: readonly number[]): boolean =>
  codePoints.every((codePoint) => isInvisible(codePoint) || library.has(one, codePoint));

/** A stretch, and on to where one character does not lean on another. */
const STRETCHES =
  /[\s\S]{200}(?:(?<=[\u200D\p{RI}])[\s\S]|[\p{M}\u200D\p{Emoji_Modifier}\p{RI}\u{E0020}-\u{E007F}])*|[\s\S]+$/gu;

/** The segmenter goes over all of its text for each segment: stretch by stretch, 20,000 characters take milliseconds and not seconds. */
export const graphemesOf = (text: string): string[] =>
  (text.match(STRETCHES) ?? []).flatMap((stretch) =>
    [...graphemes.segment(stretch)].map(({ segment }) => segment),
  );

/** How a font is called in a document. */
const fontName = (name: string, style: Style): string => `${name}-${style}`;
/** The bytes of the font that is called so. */
export function fontBytes(name: string): Buffer {
  for (const { name: plain, files } of FAMILIES)
    for (const style of STYLES) if (fontName(plain, style) === name) return library.bytesOf(files[style]);
  throw new Error(`There is no font ${name}`);
}
export const isRightToLeft = (font: string): boolean =>
  FAMILIES.some(({ name, isRightToLeft: is }) => is === true && font.startsWith(`${name}-`));

/** A line of text as the fonts that draw it. A word is drawn by one font where one has all of it. */
export function runsOf(text: string, style: Style): readonly Run[] {
  const runs: { font: string; text: string }[] = [];
  const add = (one: Family, part: string): void => {
    const font = fontName(one.name, style);
    const drawn = drawable(one, part);
    const last = runs.at(-1);
    if (last?.font === font) last.text += drawn;
    else if (drawn !== '') runs.push({ font, text: drawn });
  };
  const [first] = FAMILIES;
  for (const word of text.replace(NOTHING, '').match(WORDS) ?? []) {
    // Between two words of one script the blank is that script's.
    const before = FAMILIES.find(({ name }) => runs.at(-1)?.font === fontName(name, style)) ?? first;
    if (/^\s/u.test(word)) add(before, word.replace(/\s/gu, ' '));
    else {
      const whole = FAMILIES.find((one) => covers(one, codePointsOf(word)));
      if (whole) add(whole, word);
      else for (const grapheme of graphemesOf(word)) add(familyOf(grapheme) ?? first, grapheme);
    }
  }
  return runs;
}

/** A text whose characters can all be drawn: a box would say nothing, the number of a character says which it is. */
export const readable = (text: string): string =>
  text.replace(WORDS, (word) =>
    isDrawable(word)
      ? word
      : graphemesOf(word)
          .map((one) => (isDrawable(one) || familyOf(one) ? one : standIn(one)))
          .join(''),
  );

function isDrawable(text: string): boolean {
  const codePoints = codePointsOf(text.replace(NOTHING, '').replace(/\s/gu, ''));
  return FAMILIES.some((one) => covers(one, codePoints));
}

const standIn = (grapheme: string): string =>
  codePointsOf(grapheme)
    .filter((codePoint) => !isInvisible(codePoint))
    .map((codePoint) => `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`)
    .join('');

function familyOf(grapheme: string): Family | undefined {
  const codePoints = codePointsOf(grapheme);
  const [base] = codePoints;
  return (
    FAMILIES.find((one) => covers(one, codePoints)) ??
    FAMILIES.find((one) => base !== undefined && library.has(one, base))
  );
}

/** Without what the font would draw as a box though nothing is to be seen. */
const drawable = (one: Family, text: string): string =>
  text.replace(CODE_POINTS, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return isInvisible(codePoint) && !library.has(one, codePoint) ? '' : character;
  });
