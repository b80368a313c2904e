import { STATUS_OF_KIND } from './errors/kinds';
import { LINK_ERRORS } from './errors/links';
import { REGISTER_ERRORS } from './errors/registers';
import { WIRE_ERRORS } from './errors/wire';
import { DOMAIN_ERRORS, fillTemplate, type DomainErrorCode } from '../../domain/errors';
import type { JsonObject } from '../../domain/json';
import { filledWords } from '../../domain/refusal-words';
import type { Language } from '../../domain/bilingual';

export { languageOf } from './language';

interface Words {
  readonly en: string;
  readonly zh: string;
}

/** What can be wrong before a request reaches the rules. */
const API_ERRORS = {
  'REQUEST.INVALID': { status: 400, en: 'The request is not valid: {reason}', zh: '请求无效：{reason}' },
  'ATTACHMENT.QUOTA_EXCEEDED': {
    status: 409,
    en: 'The files of a case may take {most} MB; this one would be more.',
    zh: '每张服务单的附件合计不得超过 {most} MB，此文件将超出限额。',
  },
  'REQUEST.REFERENCE_UNKNOWN': {
    status: 422,
    en: 'There is none of this name or number: {value}',
    zh: '没有此名称或编号的记录：{value}',
  },
  'REQUEST.PHONE_INVALID': {
    status: 422,
    en: 'That is not a telephone number. Write it with its country code, or as it is dialled in {country}.',
    zh: '电话号码无效。请写明国家代码，或按 {country} 国内拨号方式填写。',
  },
  'REQUEST.EMAIL_INVALID': { status: 422, en: 'That is not an e-mail address.', zh: '电子邮箱地址无效。' },
  'REQUEST.RECEIVED_IN_FUTURE': {
    status: 422,
    en: 'The time of receipt lies in the future.',
    zh: '接收时间晚于当前时间。',
  },
  'REQUEST.NOT_TAKEN_THEN': {
    status: 422,
    en: 'A call is taken between its receipt and now; nothing else is taken.',
    zh: '受理时间须在来电时间与当前时间之间，且仅适用于来电。',
  },
  'REQUEST.RECEIVED_TOO_EARLY': {
    status: 422,
    en: 'The time of receipt lies before {earliest}: nothing was promised for such a time.',
    zh: '接收时间早于 {earliest}：当时尚无任何服务承诺。',
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
    en: 'The file is not what its Content-Type says ({claimed}).',
    zh: '文件内容与所注明的 Content-Type（{claimed}）不符。',
  },
  'ATTACHMENT.EMPTY': { status: 400, en: 'The file is empty.', zh: '文件为空。' },
  'ATTACHMENT.TOO_MANY': {
    status: 409,
    en: 'The case has {most} files already.',
    zh: '此服务单的附件已达 {most} 个。',
  },
  'ROUTE.NOT_FOUND': { status: 404, en: 'There is nothing here: {path}', zh: '此处没有内容：{path}' },
  'RESOURCE.NOT_FOUND': { status: 404, en: '{what} does not exist.', zh: '{what} 不存在。' },
  'RESOURCE.STALE': {
    status: 412,
    en: '{what} has changed since you read it: you saw version {expected}, it is at {actual}. Read it again.',
    zh: '{what} 已被更改：您看到的是版本 {expected}，现为版本 {actual}。请重新读取。',
  },
  'PRECONDITION.REQUIRED': {
    status: 428,
    en: "Send If-Match with the ETag of what you read, so that nobody else's change is overwritten.",
    zh: '请以 If-Match 发送所读记录的 ETag，以免覆盖他人的更改。',
  },
  'AUTH.REQUIRED': {
    status: 401,
    en: 'Log in first: send a bearer token.',
    zh: '请先登录：需要 Bearer 令牌。',
  },
  'AUTH.TOKEN_INVALID': {
    status: 401,
    en: 'The token is not valid (any more): log in again.',
    zh: '令牌无效或已过期，请重新登录。',
  },
  'AUTH.LOGIN_FAILED': { status: 401, en: 'Login name or password is wrong.', zh: '登录名或密码错误。' },
  'AUTH.FORBIDDEN': {
    status: 403,
    en: 'Your role may not do this.',
    zh: '您的角色无权执行此操作。',
  },
  'AUTH.ISSUER_UNAVAILABLE': {
    status: 503,
    en: 'The identity provider cannot be reached, so the token cannot be verified. Try again.',
    zh: '身份认证服务暂不可用，无法验证令牌，请重试。',
  },
  'RATE.LIMITED': {
    status: 429,
    en: 'Too many attempts. Try again in {seconds} s.',
    zh: '尝试过于频繁，请在 {seconds} 秒后重试。',
  },
  'IDEMPOTENCY.KEY_REQUIRED': {
    status: 400,
    en: 'Send an Idempotency-Key header of 8 to 200 characters, new for each request and the same when repeating it.',
    zh: '请发送 Idempotency-Key 请求头（8 至 200 个字符）：每个新请求用新的值，重发时用相同的值。',
  },
  'IDEMPOTENCY.KEY_REUSED': {
    status: 422,
    en: 'This Idempotency-Key was used for another request; take a new one.',
    zh: '该 Idempotency-Key 已用于另一请求，请换用新的值。',
  },
  'PRECONDITION.INVALID': {
    status: 400,
    en: 'If-Match holds the ETag of the case as you read it, such as "12".',
    zh: 'If-Match 应为所读服务单的 ETag，例如 "12"。',
  },
  'COMMAND.ID_REUSED': {
    status: 422,
    en: 'The command id {id} was used on this case for something else.',
    zh: '命令编号 {id} 在此服务单上已用于其他操作。',
  },
  'COMMAND.OUTCOME_UNKNOWN': {
    status: 504,
    en: 'It is not known yet whether this was done. Send it again with the same command ids: it will be done at most once.',
    zh: '尚不能确定该操作是否已执行。请用相同的命令编号重发：最多只会执行一次。',
  },
  'CASE.READ_ONLY': {
    status: 403,
    en: 'The case has been given to another region: it can be read here, and is for that region to see to.',
    zh: '该服务单已移交其他区域：本区域可查阅，由接收区域处理。',
  },
  'CASE.NOT_STARTED': {
    status: 409,
    en: 'The case is registered but has not started yet. Try again shortly.',
    zh: '服务单已登记但尚未启动，请稍后重试。',
  },
  'CASE.RESTARTING': {
    status: 503,
    en: 'The process of the case is being started again; nothing was done. Send the commands again shortly, with the same ids.',
    zh: '服务单的流程正在重新启动，未执行任何操作。请稍后用相同的命令编号重发。',
  },
  'CASE.BUSY': {
    status: 429,
    en: 'Too many commands for this case at once; nothing was done. Try again.',
    zh: '此服务单同时收到过多命令，未执行任何操作，请重试。',
  },
  'PARTS.UNAVAILABLE': {
    status: 503,
    en: 'The parts system cannot be reached, so parts cannot be looked up. Send the commands again with the same ids.',
    zh: '备件系统暂不可用，无法查询备件，请用相同的命令编号重发。',
  },
  'TEMPORAL.UNAVAILABLE': {
    status: 503,
    en: 'The process engine cannot be reached. Send the commands again with the same ids.',
    zh: '流程引擎暂不可用，请用相同的命令编号重发。',
  },
  'DATABASE.UNAVAILABLE': {
    status: 503,
    en: 'The database cannot be reached. Send the same again, with its Idempotency-Key or its command ids: it is done at most once.',
    zh: '数据库暂不可用。请用相同的 Idempotency-Key 或命令编号重发：最多只会执行一次。',
  },
  ...WIRE_ERRORS,
  ...LINK_ERRORS,
  ...REGISTER_ERRORS,
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
