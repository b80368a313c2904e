import type { Words } from '../../shared/language';

export const LOGIN_WORDS = {
  title: { en: 'Log in', zh: '登录' },
  login: { en: 'Login name', zh: '登录名' },
  password: { en: 'Password', zh: '密码' },
  newPassword: { en: 'New password', zh: '新密码' },
  newPasswordHelp: {
    en: 'At least 12 characters; a few words that only you would put together will do.',
    zh: '至少 12 个字符，可用几个只有您会组合在一起的词。',
  },
  repeat: { en: 'New password once more', zh: '再次输入新密码' },
  differ: { en: 'The two new passwords differ.', zh: '两次输入的新密码不一致。' },
  choose: { en: 'Choose your own password', zh: '设置您自己的密码' },
  chooseNote: {
    en: 'The temporary password was right. From now on you log in with the one you choose here.',
    zh: '临时密码正确。请设置您自己的密码，今后凭它登录。',
  },
  chosen: { en: 'Save and log in', zh: '保存并登录' },
  enter: { en: 'Log in', zh: '登录' },
  entering: { en: 'Logging in…', zh: '正在登录…' },
  again: {
    en: 'Your session has ended. Log in again: what you have typed is still there.',
    zh: '登录已过期。请重新登录，您已填写的内容仍然保留。',
  },
  other: {
    en: 'Somebody has logged in in another tab of this browser. Log in again to go on as {name}: what you have typed is still there.',
    zh: '此浏览器的其他标签页中已有人登录。如需继续以{name}的身份操作，请重新登录，已填写的内容仍然保留。',
  },
  slogan: { en: 'Every promise to a customer, kept', zh: '对客户的每一项承诺，都有着落' },
} as const satisfies Words;
