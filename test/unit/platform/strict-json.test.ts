import { describe, expect, it } from '@jest/globals';
import { charsetOf, duplicateKey, utf8Text } from '../../../platform/strict-json';

describe('a name that stands twice in one object', () => {
  it.each([
    ['{"a":1,"a":2}', 'a'],
    ['{"a":1,"\\u0061":2}', 'a'],
    ['[{"b":{"c":1,"d":[{"c":1}],"c":1}}]', 'c'],
    ['{"":1,"":2}', ''],
    ['{"__proto__":1,"__proto__":2}', '__proto__'],
    [String.raw`{"\"":1,"x":"\"\\","\"":2}`, '"'],
  ])('is found in %s', (text, name) => {
    expect(duplicateKey(text)).toBe(name);
  });

  it.each([
    '{"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}]}',
    '{"text":"{\\"a\\":1,\\"a\\":2}"}',
    '{"a":"a:","b":"a"}',
    '"a"',
    '[]',
    '7',
  ])('is not seen in %s', (text) => {
    expect(duplicateKey(text)).toBeUndefined();
  });

  it('is looked for without calling itself, however deep the text is', () => {
    const depth = 120_000;
    expect(duplicateKey('['.repeat(depth) + ']'.repeat(depth))).toBeUndefined();
  });
});

describe('bytes that are to be JSON', () => {
  it('are UTF-8, or nothing', () => {
    expect(utf8Text(Buffer.from('{"a":"高温"}'))).toBe('{"a":"高温"}');
    expect(utf8Text(Buffer.from([0x22, 0xb8, 0xdf, 0x22]))).toBeUndefined();
    expect(utf8Text(Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]))).toBeUndefined();
  });

  it('name their charset, if any', () => {
    expect(charsetOf('application/json')).toBeUndefined();
    expect(charsetOf('application/json; charset="UTF-8"')).toBe('utf-8');
    expect(charsetOf('application/json;charset=gbk')).toBe('gbk');
  });
});
