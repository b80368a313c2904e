/** Errors of entries for members of staff and organisations. */
export const ADMINISTRATION_ERRORS = {
  'STAFF.LOGIN_TAKEN': {
    status: 409,
    en: 'The login name {login} is taken, as another’s login, code or e-mail, upper and lower case counting as the same.',
    zh: '登录名 {login} 已是他人的登录名、编号或邮箱（不区分大小写）。',
  },
  'STAFF.SUBJECT_TAKEN': {
    status: 409,
    en: 'Another member of staff logs in with this subject of the identity provider.',
    zh: '该身份提供方标识已属于另一名员工。',
  },
  'STAFF.OWN_RIGHTS': {
    status: 403,
    en: 'You cannot change your own roles, organisation or access. Ask another administrator.',
    zh: '不能更改自己的角色、所属机构或在职状态，请由另一名管理员办理。',
  },
  'STAFF.ABOVE_YOU': {
    status: 403,
    en: 'Only headquarters gives, takes or administers the role: {roles}.',
    zh: '以下角色仅可由总部授予、撤销和管理：{roles}。',
  },
  'STAFF.ROLE_MISPLACED': {
    status: 422,
    en: 'This role does not exist at a {kind}: {roles}.',
    zh: '{kind}不设以下角色：{roles}。',
  },
  'STAFF.LAST_ADMINISTRATOR': {
    status: 409,
    en: 'This is the last administrator. Give the role to somebody else first.',
    zh: '这是最后一名管理员，请先将该角色授予他人。',
  },
  'ORGANISATION.PROVINCE_SERVED': {
    status: 409,
    en: '{name} serves {province}. Take the province from there first.',
    zh: '{province}由{name}负责，请先从该机构移除。',
  },
  'ORGANISATION.PROVINCE_ELSEWHERE': {
    status: 422,
    en: '{province} is no province of {name}, to which the outlet belongs.',
    zh: '{province}不属于该服务站的上级机构{name}。',
  },
  'STAFF.HAS_WORK': {
    status: 409,
    en: '{name} still has work in hand ({count}): {work}. Hand them over first.',
    zh: '{name} 名下还有 {count} 项工作：{work}。请先移交。',
  },
  'STAFF.PASSWORD_ELSEWHERE': {
    status: 409,
    en: 'Passwords are set by the identity provider, not here.',
    zh: '密码由身份提供方管理，不在本系统设置。',
  },
  'STAFF.HAS_LEFT': {
    status: 409,
    en: '{name} no longer works here.',
    zh: '{name} 已离职。',
  },
  'ORGANISATION.EXISTS': {
    status: 409,
    en: 'An organisation with the code {id} already exists.',
    zh: '编码为 {id} 的机构已存在。',
  },
  'ORGANISATION.MISPLACED': {
    status: 422,
    en: 'A {kind} belongs to a {parent} that is open: {value} is none.',
    zh: '{kind}须隶属于营业中的{parent}：{value} 不是。',
  },
  'ORGANISATION.IN_USE': {
    status: 409,
    en: '{name} still has: {use}.',
    zh: '{name} 还有：{use}。',
  },
} as const;
