import { describe, expect, it } from '@jest/globals';
import { searchQuery, segmentWords } from '../../../platform/search';

const wordsOf = (...texts: (string | null | undefined)[]) => new Set(segmentWords(...texts).split(' '));

describe('The words that a text is found by', () => {
  it('are its Chinese words, characters and pairs of neighbours', () => {
    expect(wordsOf('变频空压机不启动')).toEqual(
      new Set([
        '变频',
        '不',
        '启动',
        '变',
        '频',
        '空',
        '压',
        '机',
        '启',
        '动',
        '频空',
        '空压',
        '压机',
        '机不',
        '不启',
      ]),
    );
  });

  it('are its English words in lower case, full-width letters made plain', () => {
    expect(wordsOf('Oil leak at ＳＣ－２２ＶＳ', 'OIL')).toEqual(
      new Set(['oil', 'leak', 'at', 'sc', '22vs']),
    );
  });

  it('leave out what is absent', () => {
    expect(segmentWords(null, undefined, '')).toBe('');
  });
});

describe('What somebody types becomes a query', () => {
  it('of neighbouring characters, so that 漏水 is not found in 水泵漏油', () => {
    expect(searchQuery('漏水')).toBe("'漏水'");
    expect(wordsOf('水泵漏油').has('漏水')).toBe(false);
  });

  it('of a part of a compound', () => {
    expect(searchQuery('空压机')).toBe("'空压' & '压机'");
  });

  it('of one character', () => {
    expect(searchQuery('泵')).toBe("'泵'");
  });

  it('whose last word is a beginning while it is being typed', () => {
    expect(searchQuery('oil le')).toBe("'oil' & 'le':*");
    expect(searchQuery('AS-2026-0000')).toBe("'as' & '2026' & '0000':*");
    expect(searchQuery('漏油 SC')).toBe("'漏油' & 'sc':*");
    expect(searchQuery('SC 漏油')).toBe("'漏油' & 'sc'");
  });

  it("with every sign of PostgreSQL's query syntax taken literally, or dropped", () => {
    expect(searchQuery("a&b | !c:* 'd' \\e <-> (f)")).toBe("'a' & 'b' & 'c' & 'd' & 'e' & 'f'");
    expect(searchQuery("o'brien")).toBe("'o''brien':*");
  });

  it('of nothing where there is no word', () => {
    expect(searchQuery(' -- !&| ')).toBeUndefined();
  });
});
