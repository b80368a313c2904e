/** Pieces of which lists of known passwords consist, without the signs that stand in for letters. */
const COMMON = [
  'correcthorsebatterystaple',
  'administrator',
  'changeme',
  'aftercare',
  'shuochuan',
  'compressor',
  'iloveyou',
  'password',
  'passwort',
  'sunshine',
  'princess',
  'football',
  'welcome',
  'trustno',
  'letmein',
  'service',
  'company',
  'monkey',
  'dragon',
  'master',
  'secret',
  'google',
  'summer',
  'winter',
  'spring',
  'autumn',
  'admin',
  'login',
  'hello',
  'woaini',
  'mima',
  'root',
  'test',
  'user',
  '1q2w3e4r5t',
  'qazwsxedc',
];
/** Rows of keys, digits and letters, where people walk along. */
const ROWS = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'qwertzuiop',
  'asdfghjkl',
  'zxcvbnm',
  'yxcvbnm',
];
const SHORTEST_WALK = 3;
const STAND_INS: Readonly<Record<string, string>> = {
  '@': 'a',
  $: 's',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '5': 's',
};
const FEWEST_LETTERS = 5;

/**
 * Whether a password is among the first that are tried (NIST SP 800-63B 5.1.1.2): little is left of it without common words, sequences and
 * the names of its owner.
 */
export function isGuessable(password: string, names: readonly string[]): boolean {
  const text = fold(password);
  const owners = names.flatMap((name) => name.split(/[^\p{L}\p{N}]+/u)).map(fold);
  const words = [...COMMON, ...owners.filter(({ length }) => length >= SHORTEST_WALK)];
  const spelt = Array.from(text, (sign) => STAND_INS[sign] ?? sign).join('');
  return [text, spelt].some((one) => new Set(withoutWalks(withoutWords(one, words))).size < FEWEST_LETTERS);
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');

const withoutWords = (text: string, words: readonly string[]): string =>
  words.reduce((left, word) => left.replaceAll(word, ''), text);

const isWalk = (text: string): boolean =>
  ROWS.some((row) => row.includes(text) || Array.from(row).reverse().join('').includes(text));

/** Leaves out each piece that walks along a row for three keys or more, in either direction. */
function withoutWalks(text: string): string {
  let left = '';
  for (let from = 0; from < text.length;) {
    let to = from + 1;
    while (to < text.length && isWalk(text.slice(from, to + 1))) to += 1;
    if (to - from < SHORTEST_WALK) {
      left += text.charAt(from);
      from += 1;
    } else from = to;
  }
  return left;
}
