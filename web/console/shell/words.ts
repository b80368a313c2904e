import type { Words } from '../../shared/language';

/** Texts that every screen shares. */
export const SHELL_WORDS = {
  workflow: { en: 'Open the workflow in Temporal', zh: '在 Temporal 中查看流程' },
  skip: { en: 'Skip to the content', zh: '跳到正文' },
  menu: { en: 'Main menu', zh: '主菜单' },
  moreMenu: { en: 'More', zh: '更多' },
  moreScreens: { en: 'More screens', zh: '更多页面' },
  language: { en: 'Language', zh: '语言' },
  account: { en: 'My account: change the password', zh: '我的账号：修改密码' },
  logOut: { en: 'Log out', zh: '退出登录' },
  loading: { en: 'Loading…', zh: '正在加载…' },
  retry: { en: 'Try again', zh: '重试' },
  failed: { en: 'This could not be loaded', zh: '无法加载' },
  offline: {
    en: 'No connection to Aftercare. What you see may be out of date.',
    zh: '与 Aftercare 的连接已断开，当前显示的内容可能不是最新的。',
  },
  unreachable: {
    en: 'Aftercare cannot be reached. Check the connection and try again.',
    zh: '无法连接 Aftercare，请检查网络后重试。',
  },
  forbidden: { en: 'You are not allowed to see this', zh: '您无权查看此内容' },
  forbiddenHelp: {
    en: 'Your roles do not include it. Ask your administrator if you need it.',
    zh: '您的角色没有相应权限。如有需要，请联系管理员。',
  },
  notFound: { en: 'There is nothing here', zh: '没有找到' },
  notFoundHelp: {
    en: 'The address is wrong, or what was here is not for you to see.',
    zh: '地址有误，或您无权查看该内容。',
  },
  home: { en: 'To the start page', zh: '返回首页' },
  trace: { en: 'For your administrator: {id}', zh: '供管理员查询：{id}' },
  save: { en: 'Save', zh: '保存' },
  cancel: { en: 'Cancel', zh: '取消' },
  close: { en: 'Close', zh: '关闭' },
  more: { en: 'Show more', zh: '显示更多' },
  download: { en: 'Download CSV', zh: '下载 CSV' },
  yes: { en: 'Yes', zh: '是' },
  no: { en: 'No', zh: '否' },
} as const satisfies Words;
