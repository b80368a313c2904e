import type { Words } from '../../shared/language';

export const ACCOUNT_WORDS = {
  title: { en: 'My account', zh: '我的账号' },
  change: { en: 'Change the password', zh: '修改密码' },
  old: { en: 'Current password', zh: '当前密码' },
  what: {
    en: 'You stay logged in here, and are logged out everywhere else.',
    zh: '您在此处保持登录，其他设备上会退出登录。',
  },
  done: { en: 'The password is changed.', zh: '密码已修改。' },
  others: {
    en: 'Your name, roles and address are kept by your administrator.',
    zh: '姓名、角色与联系方式由管理员维护。',
  },
} as const satisfies Words;
