import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '../../../../domain/bilingual';
import { renderNotice } from '../../../../domain/notices/render';
import { telephoneWords } from '../../../../platform/contacts';

const params = { caseNumber: 'AS-1', subject: '漏油', reason: '客户催得紧' };
const company = {
  names: { en: 'Shuochuan Air Systems', zh: '朔川空气系统' },
  hotline: telephoneWords('+8651085207100'),
};
const iso = (instant: string): string => instant;

describe('A message to a customer (R1)', () => {
  it('ends with the company and its hotline, once', () => {
    const closed = { template: 'case-closed', params };
    const texts = LANGUAGES.map((language) => renderNotice(closed, language, iso, { company }).text);
    const lasts = texts.map((text) => text.split('\n').at(-1));
    expect([...lasts].sort()).toEqual(
      ['Shuochuan Air Systems, hotline +86 510 8520 7100', '朔川空气系统 服务热线：0510 8520 7100'].sort(),
    );
    for (const text of texts) expect(text.split('\n')).toHaveLength(2);
    expect(renderNotice(closed, 'en', iso).text).not.toContain('\n');
  });

  it.each(['case-cancelled', 'report-amended'])(
    '%s leaves out what staff wrote for each other',
    (template) => {
      for (const language of LANGUAGES)
        expect(renderNotice({ template, params }, language, iso).text).not.toContain(params.reason);
    },
  );

  it('leaves a hotline as it is where it is no telephone number', () => {
    expect(telephoneWords('95588 转 3')).toEqual({ en: '95588 转 3', zh: '95588 转 3' });
  });
});
