import type { Words } from '../../shared/language';

export const STAFF_WORDS = {
  add: { en: 'Enter a person', zh: '新增员工' },
  enteredTitle: { en: '{name} is entered', zh: '已新增：{name}' },
  enteredWhat: {
    en: 'They can log in once they have a password. Login name: {login}',
    zh: '设置密码后即可登录。登录名：{login}',
  },
  correct: { en: 'Correct', zh: '更正' },
  correctWhom: { en: 'Correct {name}', zh: '更正：{name}' },
  login: { en: 'Login name', zh: '登录名' },
  loginHelp: {
    en: 'Small letters, digits, dots; such as li.wei. With it they log in.',
    zh: '小写字母、数字和点，如 li.wei，登录时使用。',
  },
  nameEn: { en: 'Name in Latin letters', zh: '英文姓名' },
  nameZh: { en: 'Name in Chinese', zh: '中文姓名' },
  language: { en: 'Language', zh: '界面语言' },
  roles: { en: 'Roles', zh: '角色' },
  rolesHelp: {
    en: 'An engineer works at an outlet; all others at a centre or headquarters.',
    zh: '维修工程师隶属于服务站，其他角色隶属于服务中心或总部。',
  },
  skills: { en: 'Repairs these product families', zh: '可维修的产品系列' },
  subject: { en: 'Identity at the sign-in provider', zh: '统一身份认证标识' },
  subjectHelp: {
    en: 'Only where people log in elsewhere (OpenID Connect).',
    zh: '仅在使用统一身份认证（OpenID Connect）时填写。',
  },
  access: { en: 'Access and changes', zh: '登录权限与变更记录' },
  password: { en: 'Password', zh: '密码' },
  passwordNone: { en: 'none yet: cannot log in', zh: '尚未设置，无法登录' },
  passwordTemporary: {
    en: 'temporary, until {at}: they choose their own with it',
    zh: '临时密码，有效期至 {at}，首次登录时自行设置新密码',
  },
  passwordOwn: { en: 'their own', zh: '本人已设置' },
  give: { en: 'Give a temporary password', zh: '发放临时密码' },
  giveAsk: {
    en: 'The password they have will no longer work, and they are logged out everywhere.',
    zh: '原密码将失效，该员工会在所有设备上退出登录。',
  },
  giveYes: { en: 'Yes, give it', zh: '确认发放' },
  given: {
    en: 'Temporary password of {name}, good until {at}. It is shown only now: pass it on in person or by telephone. With it they choose their own at the login.',
    zh: '{name} 的临时密码，有效期至 {at}。仅显示这一次，请当面或电话告知本人；本人首次登录时凭它设置新密码。',
  },
  copy: { en: 'Copy', zh: '复制' },
  copied: { en: 'Copied', zh: '已复制' },
  leave: { en: 'Deactivate', zh: '停用账号' },
  leaveTitle: { en: 'Deactivate {name}', zh: '停用：{name}' },
  leaveWhat: {
    en: '{name} is logged out everywhere at once and cannot log in again. The name stays in old cases.',
    zh: '{name} 将立即在所有设备上退出登录，且无法再次登录。历史服务单中的姓名保留。',
  },
  leaveNoWork: { en: 'No work is in their hands.', zh: '名下没有未完成的工作。' },
  leaveWork: {
    en: 'Work in their hands that waits for them by name ({n}). Give it to others first:',
    zh: '名下还有 {n} 项工作，请先移交：',
  },
  leaveStays: {
    en: 'Deactivate all the same; the work stays with them until somebody takes it over.',
    zh: '仍要停用；这些工作在他人接手之前保留在其名下。',
  },
  last: {
    en: 'No one else at {organisation} is: {roles}. Tasks of this role would wait there for no one.',
    zh: '{organisation}没有其他人担任：{roles}。该角色的待办将无人处理。',
  },
  back: { en: 'Reactivate', zh: '重新启用' },
  visit: { en: 'visit', zh: '上门' },
  case: { en: 'case', zh: '服务单' },
  order: { en: 'parts order', zh: '备件订单' },
  task: { en: 'task', zh: '待办' },
  above: {
    en: 'Only headquarters changes this entry.',
    zh: '此员工资料仅可由总部更改。',
  },
  own: {
    en: 'This is you: others change your roles and your access.',
    zh: '这是您本人：角色与登录权限须由他人更改。',
  },
} as const satisfies Words;
