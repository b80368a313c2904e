import { describe, expect, it } from '@jest/globals';
import { normaliseEmail, normalisePhone, parsePhone } from '../../../platform/contacts';
import customers from '../../../samples/company/customers.json';

describe('A telephone number in any spelling is one number (R2)', () => {
  const mobile = '+8613812345678';
  it.each([
    '13812345678',
    '138 1234 5678',
    '138-1234-5678',
    '138.1234.5678',
    '+86 138 1234 5678',
    '+8613812345678',
    '0086 138 1234 5678',
    '008613812345678',
    '(+86)13812345678',
    '(0086) 138-1234-5678',
    '86 13812345678',
    '１３８１２３４５６７８',
    '＋８６　１３８－１２３４－５６７８',
    '138—1234—5678',
    '138 1234 5678',
    '\u200e138\u200b12345678\u202c',
    'tel:+86-138-1234-5678',
    '  13812345678\t',
    '13812345678 转 801',
    '13812345678 ext. 12',
  ])('%s is a mobile in China', (spelling) => {
    expect(normalisePhone(spelling)).toBe(mobile);
  });

  it.each([
    ['021-57418260', '+862157418260'],
    ['(021) 5741 8260', '+862157418260'],
    ['（０２１）５７４１８２６０', '+862157418260'],
    ['+86 (0)21 5741 8260', '+862157418260'],
    ['021-57418260-801', '+862157418260'],
    ['021-57418260转801', '+862157418260'],
    ['021-57418260（分机 801）', '+862157418260'],
    ['021-57418260 x801', '+862157418260'],
    ['0512-67207132#9', '+8651267207132'],
    ['400-820-1234', '+864008201234'],
  ])('%s is %s', (spelling, expected) => {
    expect(normalisePhone(spelling)).toBe(expected);
  });

  it('keeps a foreign number that is written with its country code', () => {
    expect(normalisePhone('+49 30 901820')).toBe('+4930901820');
    expect(normalisePhone('0049 30 901820')).toBe('+4930901820');
    expect(normalisePhone('+1 (212) 736-5000')).toBe('+12127365000');
  });

  it('reads a number without country code as it is dialled in the given country', () => {
    expect(normalisePhone('030 901820', 'DE')).toBe('+4930901820');
    expect(normalisePhone('6123 4567', 'SG')).toBe('+6561234567');
  });

  it.each([
    '',
    '   ',
    'call me',
    '12',
    '138123456',
    '+86 138 1234',
    '138123456789012',
    '电话 13812345678 或 13912345678',
    'abc13812345678',
  ])('"%s" is no telephone number', (text) => {
    expect(normalisePhone(text)).toBeUndefined();
  });

  it('gives every number of the sample company as it is kept there, and once more when given its own answer', () => {
    const phones = customers.flatMap(({ contacts }) =>
      contacts.filter(({ kind }) => kind === 'phone').map(({ value }) => value),
    );
    expect(phones.length).toBeGreaterThan(0);
    expect(phones.map((phone) => normalisePhone(phone))).toEqual(phones);
  });
});

describe('An e-mail address in any spelling is one address (R2)', () => {
  it.each([
    'Shebei@Lanting.example',
    ' shebei@lanting.example ',
    'mailto:shebei@lanting.example',
    '邵文娟 <SHEBEI@lanting.example>',
    'ｓｈｅｂｅｉ＠ｌａｎｔｉｎｇ．ｅｘａｍｐｌｅ',
  ])('%s', (spelling) => {
    expect(normaliseEmail(spelling)).toBe('shebei@lanting.example');
  });

  it('keeps what makes addresses different', () => {
    expect(normaliseEmail('o.o+service@sub.example.cn')).toBe('o.o+service@sub.example.cn');
    expect(normaliseEmail('设备@例子.中国')).toBe('设备@xn--fsqu00a.xn--fiqs8s');
  });

  it.each([
    '',
    '@',
    'a@',
    '@b.cn',
    'a@b',
    'a b@c.cn',
    'a@b..cn',
    '.a@b.cn',
    'a.@b.cn',
    'a..a@b.cn',
    'a@b.cn, c@d.cn',
    `${'a'.repeat(65)}@b.cn`,
    `a@${'b.'.repeat(130)}cn`,
  ])('"%s" is no address', (text) => {
    expect(normaliseEmail(text)).toBeUndefined();
  });
});

describe('Contacts as people type them', () => {
  it.each<[string, string, string | undefined, string | undefined]>([
    ['+39 (0)6 69812345', '+390669812345', undefined, undefined],
    ['+225 (0)7 07 07 07 07', '+2250707070707', undefined, undefined],
    ['+49 (0)89 1234567', '+49891234567', undefined, undefined],
    ['+52 1 55 1234 5678', '+525512345678', undefined, undefined],
    ['021-5741 8260-801', '+862157418260', '801', undefined],
    ['(021)5741-8260-801', '+862157418260', '801', undefined],
    ['021-57418260转801', '+862157418260', '801', undefined],
    ['62836175', '+862162836175', undefined, '021'],
    ['6283 6175-12', '+862162836175', '12', '021'],
    ['57418260 转 8', '+862157418260', '8', '021'],
    ['131 2995 8864 陶冉', '+8613129958864', undefined, undefined],
    ['陶冉 13129958864', '+8613129958864', undefined, '021'],
    ['Li Wei: +86 131 2995 8864', '+8613129958864', undefined, undefined],
    ['131—2995—8864', '+8613129958864', undefined, '021'],
  ])('%s is %s', (typed, number, extension, areaCode) => {
    expect(parsePhone(typed, { areaCode })).toEqual({ number, ...(extension && { extension }) });
  });

  it('a local number is none where nobody knows the area', () => {
    expect(parsePhone('62836175')).toBeUndefined();
    expect(parsePhone('110', { areaCode: '021' })).toBeUndefined();
  });

  it.each([
    ['order.desk@example.com (Li Wei)', 'order.desk@example.com'],
    ['Li Wei <Order.Desk@Example.com>', 'order.desk@example.com'],
    ['order.desk@example.com.', 'order.desk@example.com'],
    ['order\u00ad.desk@example.com', 'order.desk@example.com'],
    ['info@müller.example', 'info@xn--mller-kva.example'],
    ['info@MÜLLER.example', 'info@xn--mller-kva.example'],
    ['"Li, Wei" <a@b.cn>;', 'a@b.cn'],
  ])('%s is %s', (typed, email) => {
    expect(normaliseEmail(typed)).toBe(email);
  });

  it('whatever its length costs next to nothing', () => {
    for (const piece of ['1', '(', ' ', '1-', 'a@', '<', '.', 'x1 ', '转'])
      expect([parsePhone(piece.repeat(20_000)), normaliseEmail(piece.repeat(20_000))]).toEqual([
        undefined,
        undefined,
      ]);
  });
});
