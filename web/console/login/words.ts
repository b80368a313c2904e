import type { Words } from '../../shared/language';

export const LOGIN_WORDS = {
  title: { en: 'Log in', zh: '登录' },
  login: { en: 'Login name', zh: '登录名' },
  password: { en: 'Password', zh: '密码' },
  enter: { en: 'Log in', zh: '登录' },
  entering: { en: 'Logging in…', zh: '正在登录…' },
  again: {
    en: 'Your session has ended. Log in again: what you have typed is still there.',
    zh: '登录已过期。请重新登录，您已填写的内容仍然保留。',
  },
  slogan: { en: 'Every promise to a customer, kept', zh: '对客户的每一项承诺，都有着落' },
} as const satisfies Words;
