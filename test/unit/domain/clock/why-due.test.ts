import { describe, expect, it } from '@jest/globals';
import { durationWords, groundsOf, whyDue, type DueReason } from '../../../../domain/clock/why-due';

const REASON: DueReason = {
  by: 'working-time',
  targetSeconds: 8 * 3_600,
  since: '2026-11-16 09:30',
  due: '2026-11-17 09:30',
  scope: { en: 'repair', zh: '维修' },
  calendar: { en: 'China service hours', zh: '中国服务时间' },
  timeZone: 'Asia/Shanghai',
  pauses: 0,
  isPaused: false,
};

describe('why a promise is due when it is', () => {
  it('names the working time, the calendar and the cases that it is promised for', () => {
    expect(whyDue(REASON)).toEqual({
      en: 'Due 2026-11-17 09:30: 8 h of working time since 2026-11-16 09:30 (China service hours, Asia/Shanghai), as promised for repair.',
      zh: '2026-11-17 09:30 到期：按维修的时限，自 2026-11-16 09:30 起 8 小时工作时间（中国服务时间，Asia/Shanghai）。',
    });
  });

  it('gives the grounds without the due time, for those who show it beside', () => {
    expect(groundsOf({ ...REASON, by: 'agreed', pauses: 1 })).toEqual({
      en: 'the time agreed with the customer; put off by 1 pause.',
      zh: '与客户约定的时间；因暂停顺延 1 次。',
    });
  });

  it('tells that a pause lasts, and that there is no due time then', () => {
    expect(whyDue({ ...REASON, due: null, pauses: 2, isPaused: true })).toEqual({
      en: expect.stringMatching(
        /^No due time while it is paused: .*; put off by 2 pauses, one of which lasts\.$/,
      ),
      zh: expect.stringMatching(/^暂停期间没有到期时间：.*；因暂停顺延 2 次，其中一次仍在暂停。$/),
    });
  });

  it('tells a time that was agreed, and one of a merged request', () => {
    expect(whyDue({ ...REASON, by: 'agreed' }).en).toBe(
      'Due 2026-11-17 09:30: the time agreed with the customer.',
    );
    expect(whyDue({ ...REASON, by: 'merged' }).zh).toContain('并入本服务单的另一请求');
  });

  it.each([
    [30, '1 min'],
    [3_600, '1 h'],
    [5_400, '1 h 30 min'],
    [93_660, '1 d 2 h'],
  ])('writes %i seconds as %s', (seconds, words) => {
    expect(durationWords(seconds).en).toBe(words);
  });
});
