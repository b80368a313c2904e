import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isBlank, normaliseCode, normaliseText } from '../../../../domain/text/normalise';
import { registerKeys, repeatedSerials, serialKey } from '../../../../domain/text/serial';

describe('Text is read as people mean it', () => {
  it.each([
    ['a zero-width space within', '空压\u200b机漏油', '空压机漏油'],
    ['a soft hyphen', 'air com\u00adpressor', 'air compressor'],
    ['a word joiner and a byte order mark', '\ufeffair\u2060', 'air'],
    ['bidirectional marks and isolates', '\u200eabc\u202e \u2066d\u2069', 'abc d'],
    ['letters with marks of their own', 'cafe\u0301', 'café'],
    ['a no-break space', 'Müller\u00a0GmbH', 'Müller GmbH'],
    ['line breaks of every system', 'a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
    ['controls of a barcode reader', '\u001dSO90\u001e', 'SO90'],
    ['blanks at its ends', ' \u3000 hello \n', 'hello'],
    ['a Hangul filler', 'a\u3164b', 'ab'],
    ['tags that nobody sees', 'a\u{e0041}b', 'ab'],
  ])('%s', (_, typed, meant) => {
    expect(normaliseText(typed)).toBe(meant);
  });

  it.each([
    ['an emoji of several', '👩🏽‍🔧 fixed ❤️‍🔥'],
    ['the flag of Scotland', '🏴󠁧󠁢󠁳󠁣󠁴󠁿 Glasgow'],
    ['Persian', 'می‌خواهم'],
    ['Sinhala', 'ශ්‍රී ලංකා'],
    ['Bengali', 'র‍্যাব'],
    ['an ideographic variation', '葛󠄀城'],
    ['paragraphs and an indent', '第一\n　　第二\n\t第三'],
    ['characters beyond the BMP', '𠮷田'],
  ])('keeps %s', (_, text) => {
    expect(normaliseText(text)).toBe(text);
  });

  it('takes joiners out where nothing is joined', () => {
    expect(normaliseText('a\u200db\u200c👩\u200d')).toBe('ab👩');
  });

  it('leaves broken bytes for the form to refuse', () => {
    expect(normaliseText('a\u0000b')).toBe('a\u0000b');
    expect(normaliseText('a\ud800b')).toBe('a\ud800b');
  });

  it.each([
    ' ',
    '\u3000',
    '\u200b',
    '\n\t',
    '\u00a0 \u2003',
    '\u2060',
    '\u2800',
    '\u3164',
    '\u200e\u00ad',
    '',
  ])('what shows nothing is blank: %j', (text) => expect(isBlank(text)).toBe(true));

  it('says the same twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
        expect(normaliseCode(normaliseCode(text))).toBe(normaliseCode(text));
      }),
    );
  });
});

describe('A serial number in any spelling is one number', () => {
  it.each([
    'so90-2508-0387',
    'SO90\u20132508\u20130387',
    'SO90\u20142508\u20140387',
    'SO90\u22122508\u22120387',
    'SO90\u20102508\u20100387',
    'SO90\u20112508\u20110387',
    'SO90 2508 0387',
    'SO9025080387',
    'SO90-2508-0387\u200b',
    '\u200eSO90-2508-0387',
    'SO90-2508-\u00ad0387',
    'ＳＯ９０－２５０８－０３８７',
    ' SO90-2508-0387 ',
    'SO90\u00a02508\u30000387',
    'SO90ー2508ー0387',
  ])('%j', (spelling) => {
    expect(serialKey(spelling)).toBe('SO9025080387');
    expect(registerKeys(spelling)).toEqual(['SO9025080387']);
  });

  it('keeps apart what only looks alike', () => {
    expect(serialKey('SO90-2508-0387')).not.toBe(serialKey('S090-2508-0387'));
    expect(serialKey('AB/12')).not.toBe(serialKey('AB12'));
  });

  it('is shown with plain hyphens and spaces, in its own capitals', () => {
    expect(normaliseCode('ＳＯ９０—2508 \u00a00387')).toBe('SO90-2508 0387');
  });

  it('once is not twice, in a list', () => {
    expect(repeatedSerials(['A-1', 'B-2', 'a1', ' ', ''])).toEqual(['a1']);
  });
});
