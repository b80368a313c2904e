import { ACCESS_ERRORS } from './access';
import { ADMINISTRATION_ERRORS } from './administration';
import { ATTACHMENT_ERRORS } from './attachments';
import { LINK_ERRORS } from './links';
import { PUBLIC_FORM_ERRORS } from './public-form';
import { REGISTER_ERRORS } from './registers';
import { REQUEST_ERRORS } from './requests';
import { STOCK_TAKE_ERRORS } from './stock-takes';
import { WIRE_ERRORS } from './wire';
import { WORKING_STATE_ERRORS } from './working-state';

export interface Words {
  readonly en: string;
  readonly zh: string;
}

/** Errors raised before a request reaches the rules. */
export const API_ERRORS = {
  'REQUEST.INVALID': { status: 400, en: 'The request is not valid: {reason}', zh: '请求无效：{reason}' },
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
    en: 'If-Match is not valid. Send the ETag of what you read, such as "12".',
    zh: 'If-Match 应为所读内容的 ETag，例如 "12"。',
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
  ...ACCESS_ERRORS,
  ...ADMINISTRATION_ERRORS,
  ...ATTACHMENT_ERRORS,
  ...REQUEST_ERRORS,
  ...STOCK_TAKE_ERRORS,
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
