import { STATUS_OF_KIND } from './errors/kinds';
import { LINK_ERRORS } from './errors/links';
import { PUBLIC_FORM_ERRORS } from './errors/public-form';
import { REGISTER_ERRORS } from './errors/registers';
import { WIRE_ERRORS } from './errors/wire';
import { WORKING_STATE_ERRORS } from './errors/working-state';
import { DOMAIN_ERRORS, fillTemplate, type DomainErrorCode } from '../../domain/errors';
import type { JsonObject } from '../../domain/json';
import { filledWords } from '../../domain/refusal-words';
import type { Language } from '../../domain/bilingual';

export { languageOf } from './language';

interface Words {
  readonly en: string;
  readonly zh: string;
}

/** Errors raised before a request reaches the rules. */
const API_ERRORS = {
  'REQUEST.INVALID': { status: 400, en: 'The request is not valid: {reason}', zh: '请求无效：{reason}' },
  'ATTACHMENT.QUOTA_EXCEEDED': {
    status: 409,
    en: 'The files of a case can take {most} MB in total. This file would exceed the limit.',
    zh: '每张服务单的附件合计不得超过 {most} MB，此文件将超出限额。',
  },
  'REQUEST.REFERENCE_UNKNOWN': {
    status: 422,
    en: 'No record has this name or number: {value}',
    zh: '没有此名称或编号的记录：{value}',
  },
  'REQUEST.PHONE_INVALID': {
    status: 422,
    en: 'The telephone number is not valid. Include the country code, or write it as dialled in {country}.',
    zh: '电话号码无效。请写明国家代码，或按 {country} 国内拨号方式填写。',
  },
  'REQUEST.EMAIL_INVALID': { status: 422, en: 'The e-mail address is not valid.', zh: '电子邮箱地址无效。' },
  'REQUEST.RECEIVED_IN_FUTURE': {
    status: 422,
    en: 'The time of receipt is in the future.',
    zh: '接收时间晚于当前时间。',
  },
  'REQUEST.NOT_TAKEN_THEN': {
    status: 422,
    en: 'The time of answering applies only to telephone calls. It must be between the time of receipt and now.',
    zh: '接听时间仅适用于来电，且须在来电时间与当前时间之间。',
  },
  'REQUEST.RECEIVED_TOO_EARLY': {
    status: 422,
    en: 'The time of receipt is before {earliest}, the earliest date for which SLA policies exist.',
    zh: '接收时间早于 {earliest}，当时尚无服务时限规则。',
  },
  'REQUEST.SENDER_UNREACHABLE': {
    status: 422,
    en: 'Give a telephone number, an e-mail address or a postal address to answer to.',
    zh: '请至少提供电话、电子邮箱或通信地址之一，以便答复。',
  },
  'ATTACHMENT.TYPE_UNSUPPORTED': {
    status: 415,
    en: 'Send the file as it is, with its Content-Type: {types}.',
    zh: '请直接发送文件内容，并注明 Content-Type：{types}。',
  },
  'ATTACHMENT.TYPE_MISMATCH': {
    status: 422,
    en: 'The content of the file does not match its Content-Type ({claimed}).',
    zh: '文件内容与所注明的 Content-Type（{claimed}）不符。',
  },
  'ATTACHMENT.EMPTY': { status: 400, en: 'The file is empty.', zh: '文件为空。' },
  'ATTACHMENT.TOO_MANY': {
    status: 409,
    en: 'The case already has the maximum of {most} files.',
    zh: '此服务单的附件已达上限（{most} 个）。',
  },
  'ROUTE.NOT_FOUND': { status: 404, en: 'There is no resource at {path}.', zh: '没有此资源：{path}' },
  'PAGES.NOT_BUILT': {
    status: 503,
    en: 'The pages have not been built. Run npm run web and load this page again.',
    zh: '页面尚未构建。请运行 npm run web 后重新加载。',
  },
  'RESOURCE.NOT_FOUND': { status: 404, en: '{what} does not exist.', zh: '{what} 不存在。' },
  'RESOURCE.STALE': {
    status: 412,
    en: '{what} has changed since you read it: you have version {expected}, the current version is {actual}. Read it again and repeat your change.',
    zh: '{what} 已被更改：您读取的是版本 {expected}，当前为版本 {actual}。请重新读取后再提交。',
  },
  'PRECONDITION.REQUIRED': {
    status: 428,
    en: "Send If-Match with the ETag of the version you read, so that you do not overwrite another person's change.",
    zh: '请以 If-Match 发送所读记录的 ETag，以免覆盖他人的更改。',
  },
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
  'RATE.LIMITED': {
    status: 429,
    en: 'Too many attempts. Try again in {seconds} seconds.',
    zh: '尝试过于频繁，请在 {seconds} 秒后重试。',
  },
  'IDEMPOTENCY.KEY_REQUIRED': {
    status: 400,
    en: 'Send an Idempotency-Key header of 8 to 200 characters: a new key for each request, the same key when you retry it.',
    zh: '请发送 Idempotency-Key 请求头（8 至 200 个字符）：每个新请求用新的值，重发时用相同的值。',
  },
  'IDEMPOTENCY.KEY_REUSED': {
    status: 422,
    en: 'This Idempotency-Key was used for another request. Use a new one.',
    zh: '该 Idempotency-Key 已用于另一请求，请换用新的值。',
  },
  'PRECONDITION.INVALID': {
    status: 400,
    en: 'If-Match is not valid. Send the ETag of the case you read, such as "12".',
    zh: 'If-Match 应为所读服务单的 ETag，例如 "12"。',
  },
  'COMMAND.ID_REUSED': {
    status: 422,
    en: 'The command ID {id} was already used on this case for another command. Use a new one.',
    zh: '命令编号 {id} 在此服务单上已用于其他操作，请换用新的编号。',
  },
  'COMMAND.OUTCOME_UNKNOWN': {
    status: 504,
    en: 'The outcome is not known yet. Send the same commands again with the same IDs: each is executed at most once.',
    zh: '尚不能确定该操作是否已执行。请用相同的命令编号重发：最多只会执行一次。',
  },
  'CASE.READ_ONLY': {
    status: 403,
    en: 'The case has been transferred to another region. You can read it, but only that region can work on it.',
    zh: '该服务单已移交其他区域：本区域可查阅，由接收区域处理。',
  },
  'CASE.NOT_STARTED': {
    status: 409,
    en: 'The case is registered but processing has not started yet. Try again shortly.',
    zh: '服务单已登记但尚未启动，请稍后重试。',
  },
  'CASE.RESTARTING': {
    status: 503,
    en: 'Processing of the case is being restarted, and nothing was changed. Send the commands again shortly with the same IDs.',
    zh: '服务单的流程正在重新启动，未执行任何操作。请稍后用相同的命令编号重发。',
  },
  'CASE.BUSY': {
    status: 429,
    en: 'Too many commands for this case at once. Nothing was changed; try again.',
    zh: '此服务单同时收到的操作过多，未执行任何操作，请重试。',
  },
  'PARTS.UNAVAILABLE': {
    status: 503,
    en: 'The parts system is not available, so parts cannot be looked up. Send the commands again with the same IDs.',
    zh: '备件系统暂不可用，无法查询备件，请用相同的命令编号重发。',
  },
  'TEMPORAL.UNAVAILABLE': {
    status: 503,
    en: 'The process engine is not available. Send the commands again with the same IDs.',
    zh: '流程引擎暂不可用，请用相同的命令编号重发。',
  },
  'DATABASE.UNAVAILABLE': {
    status: 503,
    en: 'The database is not available. Send the request again with the same Idempotency-Key or command IDs: it is executed at most once.',
    zh: '数据库暂不可用。请用相同的 Idempotency-Key 或命令编号重发：最多只会执行一次。',
  },
  ...WIRE_ERRORS,
  ...LINK_ERRORS,
  ...PUBLIC_FORM_ERRORS,
  ...REGISTER_ERRORS,
  ...WORKING_STATE_ERRORS,
  INTERNAL: {
    status: 500,
    en: 'Something went wrong on our side. Trace id: {traceId}',
    zh: '系统内部出错。跟踪号：{traceId}',
  },
} as const satisfies Record<string, Words & { status: number }>;

export type ApiErrorCode = keyof typeof API_ERRORS;

export type ErrorCode = ApiErrorCode | DomainErrorCode;
export const ERROR_CODES = [...Object.keys(API_ERRORS), ...Object.keys(DOMAIN_ERRORS)].sort();

const isApiCode = (code: ErrorCode): code is ApiErrorCode => Object.hasOwn(API_ERRORS, code);
export const statusOf = (code: ErrorCode): number =>
  isApiCode(code) ? API_ERRORS[code].status : STATUS_OF_KIND[DOMAIN_ERRORS[code].kind];

/** An expected refusal on its way to the caller. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(
    readonly code: ErrorCode,
    readonly params: JsonObject = {},
    /** Path of the field at fault (`sender.phone`). */
    readonly field?: string,
  ) {
    super(code);
  }
}

/** The form of a request that its schema cannot tell. @param reason half a sentence, as people read it. */
export const badRequest = (field: string | undefined, { en, zh }: Words): ApiError =>
  new ApiError('REQUEST.INVALID', { reason: { en, zh } }, field);

/** RFC 9457. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ErrorCode;
  readonly instance?: string;
  readonly traceId?: string;
  readonly params: JsonObject;
  readonly errors: readonly { readonly field: string; readonly reason: string }[];
}

/** The words of a code, as they are filled for their reader. */
export const errorWords = (code: ErrorCode): Words => {
  const { en, zh }: Words = isApiCode(code) ? API_ERRORS[code] : DOMAIN_ERRORS[code];
  return { en, zh };
};

/** As they stand: for a reader of whom no time zone is known. */
const asTheyStand = (instant: string): string => instant;

/** The problem document of a refusal, in the reader's language, its instants as `formatInstant` tells them. */
export function problemOf(
  error: Pick<ApiError, 'code' | 'params' | 'field'>,
  language: Language,
  formatInstant: (instant: string) => string = asTheyStand,
): Problem {
  const words = errorWords(error.code);
  const detail =
    filledWords(words, error.params, language, formatInstant) ?? fillTemplate(words[language], error.params);
  return {
    type: `urn:aftercare:problem:${error.code}`,
    title: error.code,
    status: statusOf(error.code),
    detail,
    code: error.code,
    params: error.params,
    errors: error.field === undefined ? [] : [{ field: error.field, reason: detail }],
  };
}
