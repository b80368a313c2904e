const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const HAN_RUN = /\p{Script=Han}+/gu;
const HAS_HAN = /\p{Script=Han}/u;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/**
 * The words of texts, in lower case and separated by blanks: what PostgreSQL's `simple` dictionary can search, in Chinese as in
 * English. A Chinese phrase also stands as its characters and its pairs of neighbours, so that a part of a compound is found
 * however a dictionary would have cut it (空压机 within 变频空压机).
 */
export function segmentWords(...texts: readonly (string | null | undefined)[]): string {
  return [...new Set(texts.flatMap((text) => wordsOf(text ?? '')))].join(' ');
}

/** A case's texts are the same at each of its commits, and cutting them is what costs. */
const MOST_KEPT = 5_000;
const kept = new Map<string, readonly string[]>();

function wordsOf(text: string): readonly string[] {
  const known = kept.get(text);
  if (known) return known;
  const lower = plain(text);
  const words = [...segmenter.segment(lower)].flatMap(({ segment, isWordLike }) =>
    isWordLike === true ? [segment] : [],
  );
  for (const run of lower.match(HAN_RUN) ?? []) words.push(...Array.from(run), ...pairs(run));
  kept.set(text, words);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return words;
}

/**
 * What somebody typed, as a query for `to_tsquery('simple', …)` over such words: all of them must be there. Chinese is asked for by
 * its pairs of neighbours; the last word, where it is not Chinese, by its beginning, so that typing finds. Undefined where nothing
 * of it is a word.
 */
export function searchQuery(typed: string): string | undefined {
  const lower = plain(typed);
  const latin = [...segmenter.segment(lower)].filter(
    ({ isWordLike, segment }) => isWordLike === true && !HAS_HAN.test(segment),
  );
  const last = latin.at(-1);
  const isTyping = last !== undefined && last.index + last.segment.length === lower.trimEnd().length;
  const terms = [
    ...(lower.match(HAN_RUN) ?? []).flatMap((run) => (run.length === 1 ? [run] : pairs(run))).map(quote),
    ...latin.map((word) => (word === last && isTyping ? `${quote(word.segment)}:*` : quote(word.segment))),
  ];
  return terms.length === 0 ? undefined : [...new Set(terms)].join(' & ');
}

function pairs(run: string): string[] {
  const characters = Array.from(run);
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

/** A word as PostgreSQL's query syntax takes it literally. */
const quote = (word: string): string => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
