/** Errors of authentication and permissions. */
export const ACCESS_ERRORS = {
  'AUTH.REQUIRED': {
    status: 401,
    en: 'Authentication is required. Log in and send a bearer token.',
    zh: '请先登录，并发送 Bearer 令牌。',
  },
  'AUTH.TOKEN_INVALID': {
    status: 401,
    en: 'The token is not valid or has expired. Log in again.',
    zh: '令牌无效或已过期，请重新登录。',
  },
  'AUTH.SESSION_ENDED': {
    status: 401,
    en: 'The session has ended. Log in again.',
    zh: '会话已结束，请重新登录。',
  },
  'AUTH.CSRF_TOKEN_REQUIRED': {
    status: 403,
    en: 'Send the CSRF token of the session as X-CSRF-Token. The login and GET /v1/me return it.',
    zh: '请以 X-CSRF-Token 发送本会话的 CSRF 令牌（登录或 GET /v1/me 时返回）。',
  },
  'AUTH.LOGIN_FAILED': {
    status: 401,
    en: 'The login name or password is incorrect.',
    zh: '登录名或密码错误。',
  },
  'AUTH.PASSWORD_CHANGE_REQUIRED': {
    status: 403,
    en: 'This is a temporary password. Choose your own password to log in.',
    zh: '这是临时密码，请先设置您自己的密码再登录。',
  },
  'AUTH.PASSWORD_EXPIRED': {
    status: 403,
    en: 'This temporary password has expired. Ask your administrator for a new one.',
    zh: '该临时密码已过期，请联系管理员重新发放。',
  },
  'AUTH.PASSWORD_WRONG': {
    status: 422,
    en: 'The current password is incorrect.',
    zh: '当前密码错误。',
  },
  'AUTH.PASSWORD_WEAK': { status: 422, en: 'The new password {reason}.', zh: '新密码{reason}。' },
  'AUTH.FORBIDDEN': {
    status: 403,
    en: 'Your role does not permit this.',
    zh: '您的角色无权执行此操作。',
  },
  'AUTH.ISSUER_UNAVAILABLE': {
    status: 503,
    en: 'The identity provider is not available, so the token cannot be verified. Try again.',
    zh: '身份认证服务暂不可用，无法验证令牌，请重试。',
  },
} as const;
