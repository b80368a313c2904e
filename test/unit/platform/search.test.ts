import { describe, expect, it } from '@jest/globals';
import { searchQuery, searchWords, type Searchable } from '../../../platform/search';

const wordsOf = (...texts: (string | null | undefined)[]) => new Set(searchWords({ texts }).split(' '));

/** As PostgreSQL has it of a row's words and a query: `|`, `&`, brackets, `'word'` and `'beginning':*`. */
function finds(row: Searchable, typed: string, withPhones = true): boolean {
  const words = searchWords(row).split(' ');
  const query = searchQuery(typed, withPhones);
  if (query === undefined) return false;
  const terms = [...query.matchAll(/'((?:[^']|'')*)'(:\*)?/g)];
  const truths = terms.map(([, word = '', isBeginning]) =>
    words.some((one) => (isBeginning === undefined ? one === word : one.startsWith(word))),
  );
  const shape = query.replace(/'(?:[^']|'')*'(?::\*)?/g, 'T').replaceAll(' ', '');
  return judge(shape, truths);
}

function judge(shape: string, truths: boolean[]): boolean {
  let at = 0;
  const either = (): boolean => {
    let value = both();
    while (shape[at] === '|') {
      at += 1;
      const next = both();
      value = value || next;
    }
    return value;
  };
  const both = (): boolean => {
    let value = one();
    while (shape[at] === '&') {
      at += 1;
      const next = one();
      value = value && next;
    }
    return value;
  };
  const one = (): boolean => {
    if (shape[at] === '(') {
      at += 1;
      const value = either();
      at += 1;
      return value;
    }
    at += 1;
    return truths.shift() ?? false;
  };
  return either();
}

describe('The words that a text is found by', () => {
  it('are its Chinese characters and pairs of neighbours', () => {
    expect(wordsOf('空压机不')).toEqual(new Set(['空', '压', '机', '不', '空压', '压机', '机不']));
  });

  it('are its English words in lower case, full-width letters made plain', () => {
    expect(wordsOf('Oil leak at ＳＣ－２２ＶＳ', 'OIL')).toEqual(
      new Set(['oil', 'leak', 'at', 'sc', '22vs']),
    );
  });

  it('leave out what is absent', () => {
    expect(searchWords({ texts: [null, undefined, ''] })).toBe('');
  });

  it('are so many and so long at most, whatever is written', () => {
    const long = searchWords({ texts: ['x'.repeat(20_000)] });
    expect(long).toBe('x'.repeat(64));
    const rare = Array.from({ length: 150_000 }, (_, n) =>
      String.fromCodePoint(0x4e00 + ((n * 7919) % 20_000)),
    ).join('');
    expect(Buffer.byteLength(searchWords({ texts: [rare] }))).toBeLessThan(400_000);
  });
});

describe('What people type finds what is the same to them', () => {
  it.each([
    ['空压\u200b机漏油', '空压机漏油'],
    ['air com\u00adpressor', 'air compressor'],
    ['Müller\u00a0GmbH', 'Muller'],
    ['Nguyễn Văn', 'Nguyen Van'],
    ['İstanbul', 'istanbul'],
    ['空壓機異響', '空压机异响'],
    ['𠮷田', '𠮷'],
    ['ＳＣ－７５Ｆ', 'SC-75F'],
    ['cafe\u0301', 'café'],
    ['Mueller', 'Müller'],
    ['Müller', 'mueller'],
    ['Straße', 'strasse'],
    ['ΘΕΡΜΟΣ', 'θερμός'],
    ['Компрессор шумит ещё', 'еще'],
    ['서울 압축기', '압축'],
    ['เครื่องอัดอากาศ', 'อัดอากาศ'],
    ['コンプレッサー', 'プレッサ'],
  ])('%s and %s find each other', (left, right) => {
    expect(finds({ texts: [left] }, right)).toBe(true);
    expect(finds({ texts: [`${right} ${right}`] }, right)).toBe(true);
  });

  it.each([
    ['空压机异响', '空壓機異響'],
    ['Nguyen Van', 'Nguyễn Văn'],
    ['istanbul', 'İSTANBUL'],
    ['Isparta', 'ısparta'],
    ['SC-75F', 'ＳＣ－７５Ｆ'],
  ])('%s is found by %s, the other way about', (written, typed) => {
    expect(finds({ texts: [written] }, typed)).toBe(true);
  });

  it('by neighbouring characters, so that 漏水 is not found in 水泵漏油', () => {
    expect(finds({ texts: ['水泵漏油'] }, '漏水')).toBe(false);
    expect(finds({ texts: ['变频空压机'] }, '空压机')).toBe(true);
  });

  it('while its last word is being typed', () => {
    expect(finds({ texts: ['oil leak'] }, 'oil le')).toBe(true);
    expect(finds({ texts: ['oil leak'] }, 'le oil')).toBe(false);
  });

  it.each(['0387', 'O90-25', 'so90 2508', '25080387', 'SO90–2508–0387', '漏油 0387', '508-03'])(
    'a fragment of a serial number: %s',
    (typed) => {
      expect(finds({ texts: ['漏油'], codes: ['SO90-2508-0387'] }, typed)).toBe(true);
    },
  );

  it('no fragment shorter than three', () => {
    expect(finds({ texts: [], codes: ['SO90-2508-0387'] }, '87')).toBe(false);
  });

  it.each(['2447', '151 2447 4580', '+86 151-2447', '0086 151 2447', '4580', '（151）2447'])(
    'digits of a telephone number: %s',
    (typed) => {
      const row = { texts: ['邵文娟'], phones: ['+8615124474580'] };
      expect(finds(row, typed)).toBe(true);
      expect(finds(row, typed, false)).toBe(false);
    },
  );

  it('digits of a landline as it is dialled', () => {
    expect(finds({ texts: [], phones: ['+862157418260'] }, '021-5741 8260')).toBe(true);
  });
});

describe('What somebody types becomes a query', () => {
  it("with every sign of PostgreSQL's query syntax taken literally, or dropped", () => {
    expect(searchQuery("a&b | !c:* 'd' \\e <-> (f)", false)).toBe("'a' & 'b' & 'c' & 'd' & 'e' & 'f'");
    expect(searchQuery("o'brien", false)).toBe("'o' & 'brien':*");
    expect(searchQuery('#a @b', false)).toBe("'a' & 'b':*");
  });

  it('of nothing where there is no word', () => {
    expect(searchQuery(' -- !&| ', true)).toBeUndefined();
  });

  it('of bounded length', () => {
    expect((searchQuery('空压机 '.repeat(5_000), true) ?? '').length).toBeLessThan(10_000);
  });
});
