import { foldings } from './search-fold';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts that put no blanks between words, or write particles onto them. */
const DENSE =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー';
const STRETCH = new RegExp(`[${DENSE}]+|[^${DENSE}]+`, 'gu');
const IS_DENSE = new RegExp(`^[${DENSE}]`, 'u');

/** Prefix of code and telephone suffixes: no typed word begins with it. */
const CODE = '#';
const PHONE = '@';
const SHORTEST_FRAGMENT = 3;
const LONGEST_CODE = 64;
const LONGEST_WORD = 64;
/** A row's words and their text in PostgreSQL's index are bounded (1 MB), and so is what a commit spends on them. */
const MOST_WORDS = 30_000;
const MOST_CHARACTERS = 200_000;

/** Searchable values of a row. */
export interface Searchable {
  readonly texts: readonly (string | null | undefined)[];
  /** Found by any fragment of three characters: serial numbers, numbers of cases. */
  readonly codes?: readonly (string | null | undefined)[];
  /** In E.164; found by any three digits in a row, by those who may see them. */
  readonly phones?: readonly (string | null | undefined)[];
}

/**
 * The words of a row, separated by blanks, for PostgreSQL to search (ADR 38). Chinese and other scripts without blanks stand as their
 * characters and pairs of neighbours, so that a part of a compound is found. Costs time in proportion to the texts.
 */
export function searchWords({ texts, codes = [], phones = [] }: Searchable): string {
  const words = new Set<string>();
  for (const code of codes) for (const end of endsOf(keysOf(code ?? ''))) words.add(`${CODE}${end}`);
  for (const phone of phones) for (const end of endsOf([digitsOf(phone ?? '')])) words.add(`${PHONE}${end}`);
  let left = MOST_CHARACTERS;
  for (const text of [...codes, ...texts]) {
    if (!text || left <= 0) continue;
    for (const folded of foldings(text.slice(0, left))) for (const word of wordsIn(folded)) words.add(word);
    left -= text.length;
  }
  return [...words].slice(0, MOST_WORDS).join(' ');
}

function wordsIn(folded: string): string[] {
  return stretchesOf(folded).flatMap((stretch) => {
    if (!IS_DENSE.test(stretch)) return [shortened(stretch)];
    const characters = Array.from(stretch);
    return [...characters, ...pairs(characters)];
  });
}

const stretchesOf = (folded: string): string[] =>
  (folded.match(WORD) ?? []).flatMap((word) => word.match(STRETCH) ?? []);

const pairs = (characters: readonly string[]): string[] =>
  characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);

const shortened = (word: string): string =>
  word.length <= LONGEST_WORD
    ? word
    : Array.from(word.slice(0, 2 * LONGEST_WORD))
        .slice(0, LONGEST_WORD)
        .join('');

/** A code without what people leave out. */
const keysOf = (code: string): string[] =>
  foldings(code.slice(0, 2 * LONGEST_CODE)).map((folded) =>
    (folded.match(WORD) ?? []).join('').slice(0, LONGEST_CODE),
  );

const digitsOf = (phone: string): string => phone.replace(/\D/g, '').slice(0, LONGEST_CODE);

/** Each end of a text that is long enough to be asked for: it begins with any fragment of it. */
const endsOf = (texts: readonly string[]): string[] =>
  texts.flatMap((text) =>
    Array.from({ length: Math.max(0, text.length - SHORTEST_FRAGMENT + 1) }, (_, from) => text.slice(from)),
  );

/** Longer queries are cut: nothing anybody types. */
const LONGEST_QUERY = 500;

/**
 * Builds a `tsquery` from typed text: each blank-separated piece must match, as words or as a fragment of a
 * code or telephone number; the whole may be one code or number written with blanks. Chinese matches by pairs
 * of neighbouring characters; the last word of other scripts matches by prefix, for search as you type.
 * Undefined when the text holds no word.
 * @param withPhones false for a caller who may not see telephone numbers, so that search cannot reveal them.
 */
export function searchQuery(typed: string, withPhones: boolean): string | undefined {
  const text = typed.slice(0, LONGEST_QUERY).trim();
  const pieces = text.split(/\s+/u);
  const wanted = pieces.flatMap((piece, n) => {
    const terms = alternatives([
      ...foldings(piece).map((folded) => wordTerms(folded, n === pieces.length - 1)),
      ...fragmentTerms(piece, withPhones),
    ]);
    return terms === undefined ? [] : [terms];
  });
  if (wanted.length === 0) return undefined;
  const whole = pieces.length > 1 ? fragmentTerms(text, withPhones) : [];
  return alternatives([wanted.join(' & '), ...whole]);
}

function alternatives(terms: readonly (string | undefined)[]): string | undefined {
  const given = [...new Set(terms.filter((term) => term !== undefined))];
  return given.length === 0
    ? undefined
    : given.length === 1
      ? given[0]
      : `(${given.map((term) => `(${term})`).join(' | ')})`;
}

function wordTerms(folded: string, isLast: boolean): string | undefined {
  const stretches = stretchesOf(folded);
  const isTyping = /[\p{L}\p{M}\p{N}]$/u.test(folded);
  const terms = stretches.flatMap((stretch, n) => {
    if (!IS_DENSE.test(stretch))
      return [
        isLast && isTyping && n === stretches.length - 1
          ? `${quote(shortened(stretch))}:*`
          : quote(shortened(stretch)),
      ];
    const characters = Array.from(stretch);
    return (characters.length === 1 ? characters : pairs(characters)).map(quote);
  });
  return terms.length === 0 ? undefined : [...new Set(terms)].join(' & ');
}

/** As a part of a code, where there is a digit in it; as one of a telephone number, where there is nothing else. */
function fragmentTerms(typed: string, withPhones: boolean): string[] {
  const codes = keysOf(typed).filter((key) => key.length >= SHORTEST_FRAGMENT && /\d/.test(key));
  const plain = foldings(typed)[0] ?? '';
  // Neither the code for abroad nor the zero before an area is in E.164.
  const digits = /^[+\d\s().\-‐-―−]*$/u.test(plain) ? digitsOf(plain).replace(/^0+/, '') : '';
  return [
    ...codes.map((key) => `${quote(`${CODE}${key}`)}:*`),
    ...(withPhones && digits.length >= SHORTEST_FRAGMENT ? [`${quote(`${PHONE}${digits}`)}:*`] : []),
  ];
}

/** A word as PostgreSQL's query syntax takes it literally. */
const quote = (word: string): string => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
