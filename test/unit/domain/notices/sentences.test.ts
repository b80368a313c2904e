import { describe, expect, it } from '@jest/globals';
import { LANGUAGES, type Language } from '../../../../domain/bilingual';
import { linkPurposeOf, renderNotice, type StoredNotice } from '../../../../domain/notices/render';

const AT = '2026-11-16T01:00:00.000Z';
const isoAsItIs = (instant: string): string => instant;

describe('What a message says where it is known', () => {
  const AS_1 = { caseNumber: 'AS-1', subject: '漏油', requestNumber: 'RQ-1' };
  const of = (template: string, params: StoredNotice['params'], language: Language) =>
    renderNotice({ template, params }, language, isoAsItIs).text;

  it('by when an answer is promised, and nothing of it where that is over (R4)', () => {
    const promised = { ...AS_1, answerBy: AT };
    expect(of('request-received', promised, 'en')).toMatch(`case AS-1. We will answer you by ${AT}.`);
    expect(of('request-received', promised, 'zh')).toMatch(`AS-1。我们将在 ${AT} 前答复您。`);
    expect(of('request-received', AS_1, 'zh')).toMatch(/AS-1。$/);
  });

  it('how many pieces a depot ships; a message of earlier days does not say (R20)', () => {
    const parts = { en: 'SP-1 Seal', zh: 'SP-1 轴封' };
    const order = { caseNumber: 'AS-1', orderNumber: 'PO-1', parts };
    expect(of('parts-to-ship', { ...order, quantity: 3 }, 'en')).toContain('reserved 3 × SP-1 Seal for');
    expect(of('parts-to-ship', { ...order, quantity: 3 }, 'zh')).toContain('预留 SP-1 轴封 × 3，');
    expect(of('parts-to-ship', order, 'en')).toContain('reserved SP-1 Seal for');
  });
});

describe('A message with a link (R36)', () => {
  const params = { caseNumber: 'AS-1', subject: '漏油', requestNumber: 'RQ-1' };
  const url = 'https://service.example/case#a.$&.c';

  it('says where it leads when it is on its way, and stands without it anywhere else', () => {
    const rendered = (template: string, link?: string) =>
      renderNotice({ template, params }, 'en', isoAsItIs, { link }).text;
    expect(rendered('request-received', url)).toContain(`we need from you, here: ${url}`);
    expect(rendered('survey-asked', url)).toContain(`Please give your answers here: ${url}`);
    expect(rendered('request-received')).toMatch(/case AS-1\.$/);
  });

  it('offers in both languages to follow the case and to decide', () => {
    const received = (language: Language) =>
      renderNotice({ template: 'request-received', params }, language, isoAsItIs, { link: url }).text;
    expect(received('en')).toContain('Check the status, and confirm what we need from you, here:');
    expect(received('zh')).toContain('查看进展或办理待您确认的事项，请点击：');
  });

  it.each(['quote-offered', 'quote-offered-in-part', 'quote-reminder'])(
    '%s leads to where it is decided (R7)',
    (template) => {
      const money = { price: '1', covered: '1', net: '1', tax: '1', total: '1', declined: '0' };
      const quoted = { template, params: { ...params, ...money, number: 'Q1', validUntil: AT } };
      for (const language of LANGUAGES) {
        expect(renderNotice(quoted, language, isoAsItIs, { link: url }).text).toContain(url);
        expect(renderNotice(quoted, language, isoAsItIs).text).toMatch(/[.。]$/);
      }
      expect(linkPurposeOf(template)).toBe('case');
    },
  );

  it('is for the survey alone where it asks for one, and for the case anywhere else', () => {
    expect(
      ['survey-asked', 'survey-reminder', 'case-link', 'clock-warned', 'none'].map(linkPurposeOf),
    ).toEqual(['survey', 'survey', 'case', undefined, undefined]);
  });
});

describe('A message', () => {
  const clock = {
    template: 'clock-warned',
    params: { caseNumber: 'AS-1', subject: '漏油', clock: 'answer', dueAt: AT, late: true },
  };

  it('has codes in words, instants by the wall clock, and says that it is late', () => {
    expect(renderNotice(clock, 'zh', () => '11月16日 09:00')).toEqual({
      title: '时限预警：答复',
      text: '服务单 AS-1（漏油）的“答复”时限将于 11月16日 09:00 到期。（系统曾中断，此通知有延迟。）',
    });
    expect(renderNotice({ ...clock, params: { ...clock.params, late: false } }, 'en', isoAsItIs)).toEqual({
      title: 'Due soon: answer',
      text: `The answer of case AS-1 (漏油) is due at ${AT}.`,
    });
  });

  it('keeps what a customer wrote as it was written', () => {
    const params = { caseNumber: 'AS-1', subject: '{reason} $& $1', reason: '{subject}' };
    expect(renderNotice({ template: 'case-cancelled', params }, 'en', isoAsItIs).text).toBe(
      'Your request "{reason} $& $1" (case AS-1) has been cancelled. If you still need service, please contact us.',
    );
  });

  it('that lacks something, or has no words at all, is an error and no half message', () => {
    expect(() =>
      renderNotice({ template: 'case-closed', params: { caseNumber: 'AS-1' } }, 'en', isoAsItIs),
    ).toThrow('lacks "subject"');
    expect(() => renderNotice({ template: 'toString', params: {} }, 'en', isoAsItIs)).toThrow(
      'There is no message "toString"',
    );
  });
});
