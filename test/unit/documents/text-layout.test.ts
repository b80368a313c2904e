import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { create } from 'fontkit';
import { fontBytes, readable, runsOf, type Run } from '../../../documents/pdf/fonts';
import { lineOf, linesOf } from '../../../documents/pdf/text-layout';

/** Half the size of a letter each, as if all fonts were alike. */
const measure = ({ text }: Run): number => Array.from(text).length * 5;
const fontsOf = (text: string): string[] =>
  runsOf(text, 'regular').map(({ font }) => font.replace(/-regular$/, ''));
const textOf = (text: string): string =>
  runsOf(text, 'regular')
    .map((run) => run.text)
    .join('');

describe('A text is drawn by fonts that have its letters', () => {
  it.each([
    ['苏州晶禾电子有限公司 CNY 300.00', ['noto-sans-sc']],
    ['Çağrı Şahin', ['noto-sans']],
    ['Дмитрий Щукин', ['noto-sans-sc']],
    ['김민수', ['noto-sans-kr']],
    ['₽ 1 250', ['noto-sans', 'noto-sans-sc']],
    ['שלום', ['noto-sans-hebrew']],
    ['مرحبا', ['noto-sans-arabic']],
    ['สวัสดี', ['noto-sans-thai']],
    ['नमस्ते', ['noto-sans']],
    ['😀👍🏽', ['noto-emoji']],
    ['更换Çağrı的滤芯😀', ['noto-sans-sc', 'noto-sans', 'noto-sans-sc', 'noto-emoji']],
  ])('%s', (text, fonts) => {
    expect(fontsOf(text)).toEqual(fonts);
    expect(textOf(text)).toBe(text);
    for (const run of runsOf(text, 'bold')) {
      const font = create(fontBytes(run.font));
      if (!('hasGlyphForCodePoint' in font)) throw new Error('a collection');
      for (const letter of run.text)
        expect([letter, font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)]).toEqual([letter, true]);
    }
  });

  it('and nothing stands for what is not to be seen', () => {
    expect(textOf('ab\u200bc\u202edef\ufeff')).toBe('abcdef');
    expect(runsOf('', 'regular')).toEqual([]);
  });

  it('draws characters of names beyond the BMP, and tells the number of those that no font has', () => {
    expect(fontsOf('𠮷田工业')).toEqual(['noto-sans-jp', 'noto-sans-sc']);
    const line = (text: string) =>
      lineOf(text, 'bold', 1_000, measure)
        .runs.map((run) => run.text)
        .join('');
    expect(line('王𪚥 𞤀')).toBe('王[U+2A6A5] [U+1E900]');
    expect(line('a\u00adb\u200bc')).toBe('abc');
  });
});

describe('Lines of a text', () => {
  const lines = (text: string, width: number) =>
    linesOf(text, 'regular', width, measure).map(({ runs }) => runs.map((run) => run.text).join(''));

  it('break between words, and where the text does', () => {
    expect(lines('one two three', 35)).toEqual(['one two', 'three']);
    expect(lines('a\n\nb', 100)).toEqual(['a', '', 'b']);
    expect(lines('', 100)).toEqual(['']);
  });

  it('break within a word that is longer than a line, and between Chinese characters, not before a comma', () => {
    expect(lines('abcdefghij', 20)).toEqual(['abcd', 'efgh', 'ij']);
    expect(lines('更换空气滤芯，清洗', 30)).toEqual(['更换空气滤', '芯，清洗']);
  });

  it('never run over, whatever is written, and lose no letter', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.stringMatching(/^[a-z 中文，]{0,80}$/)),
        fc.integer({ min: 60, max: 200 }),
        (text, width) => {
          const laid = linesOf(text, 'regular', width, measure);
          for (const line of laid) expect(line.width).toBeLessThanOrEqual(width);
          const letters = (given: string): string[] => Array.from(given.replace(/\s/gu, '')).sort();
          const shown = laid.flatMap(({ runs }) => runs.map((run) => run.text)).join('');
          expect(letters(shown)).toEqual(letters(textOf(readable(text))));
        },
      ),
    );
  });

  it('is cut short where there is one only', () => {
    const { runs, width } = lineOf('abcdefghij', 'regular', 30, measure);
    expect(runs.map(({ text }) => text).join('')).toBe('abcde…');
    expect(width).toBeLessThanOrEqual(30);
  });

  it('of a script that is read from right to left come in its order', () => {
    const [line] = linesOf('שלום עולם', 'regular', 500, measure);
    expect(line?.runs.map(({ text }) => text)).toEqual(['עולם שלום']);
  });
});
