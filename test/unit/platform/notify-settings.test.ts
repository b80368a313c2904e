import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from '../../../platform/config';
import { retryDelayMs } from '../../../domain/notices/delivery';
import { channelsOf } from '../../../systems/notify/channels';
import { retryAfterOf } from '../../../systems/notify/webhook';

const BASE = {
  DATABASE_URL: 'postgresql://127.0.0.1/x',
  AFTERCARE_CODEC_KEYS: 'x',
  AFTERCARE_SYSTEMS_TOKEN: 'a-token-of-the-tests',
};
const SMTP = { AFTERCARE_SMTP_URL: 'smtps://u:p%40ss@mail.example:465', AFTERCARE_SMTP_FROM: 'a@b.example' };
const HOOK = {
  AFTERCARE_WEBHOOK_URL: 'https://sms.example/hook',
  AFTERCARE_WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
};

describe('The settings of sending', () => {
  it.each([
    ['nothing', {}, []],
    ['a mail server', SMTP, ['smtp']],
    ['a webhook', HOOK, ['webhook']],
    ['both', { ...SMTP, ...HOOK }, ['smtp', 'webhook']],
  ])('give with %s the channels of it, mail first', (_what, settings, names) => {
    expect(channelsOf(readConfig({ ...BASE, ...settings })).map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['AFTERCARE_SMTP_FROM', { ...SMTP, AFTERCARE_SMTP_FROM: '' }],
    ['AFTERCARE_WEBHOOK_SECRET', { ...HOOK, AFTERCARE_WEBHOOK_SECRET: '' }],
    ['AFTERCARE_WEBHOOK_SECRET', { ...HOOK, AFTERCARE_WEBHOOK_SECRET: 'whsec_short' }],
    ['AFTERCARE_SMTP_URL', { ...SMTP, AFTERCARE_SMTP_URL: 'mail.example' }],
  ])('are refused with %s missing or wrong', (name, settings) => {
    expect(() => readConfig({ ...BASE, ...settings })).toThrow(ConfigError);
    expect(() => readConfig({ ...BASE, ...settings })).toThrow(name);
  });
});

describe('The wait after an attempt in vain', () => {
  it('doubles up to two hours, half of it left to chance', () => {
    expect([1, 2, 3, 10, 20].map((attempts) => retryDelayMs(attempts, 1))).toEqual([
      10_000, 20_000, 40_000, 5_120_000, 7_200_000,
    ]);
    expect(retryDelayMs(1, 0)).toBe(5_000);
  });

  it('is as long as the receiver asks for, a day at most', () => {
    expect(retryDelayMs(1, 1, 3_600_000)).toBe(3_600_000);
    expect(retryDelayMs(9, 1, 1_000)).toBe(2_560_000);
    expect(retryDelayMs(1, 1, 7 * 86_400_000)).toBe(86_400_000);
  });

  it('is read from Retry-After as seconds or as a date', () => {
    const now = new Date('2026-11-16T02:00:00.000Z');
    expect(retryAfterOf('120', now)).toBe(120_000);
    expect(retryAfterOf('Mon, 16 Nov 2026 02:05:00 GMT', now)).toBe(300_000);
    expect(retryAfterOf('Mon, 16 Nov 2026 01:00:00 GMT', now)).toBe(0);
    expect(retryAfterOf('soon', now)).toBeUndefined();
  });
});

describe('Settings that are missing', () => {
  it('are named once each', () => {
    const lines = () => {
      try {
        readConfig({});
      } catch (error) {
        if (error instanceof ConfigError) return error.message.split('\n  ').slice(1);
      }
      return [];
    };
    const names = lines().map((line) => line.split(':')[0]);
    expect(names).toEqual(['DATABASE_URL', 'AFTERCARE_CODEC_KEYS', 'AFTERCARE_SYSTEMS_TOKEN']);
  });
});
