import type { Refusals } from '../refusal';

/**
 * Refusals common to every process: raised before its rules run, or because the event cannot be recorded (ADR
 * 37).
 */
export const PROCESS_ERRORS = {
  'COMMAND.MALFORMED': {
    kind: 'invalid',
    en: 'The command is not in a form that this process accepts: {reason}.',
    zh: '该操作的格式无法识别：{reason}。',
  },
  'PROCESS.FULL': {
    kind: 'conflict',
    en: 'The case or order has reached its size limit. Shorten the text, or open a new one. Commands that end it are still accepted.',
    zh: '该服务单或订单的内容已达上限。请精简内容或另建新单；结束该单的操作不受影响。',
  },
  'COMMIT.OUT_OF_RANGE': {
    kind: 'invalid',
    en: 'A number or a time in the command is outside the range that can be stored.',
    zh: '有数值或时间超出可记录的范围，请更正后重试。',
  },
  'COMMIT.TOO_LONG': {
    kind: 'invalid',
    en: 'A text in the command is too long. Shorten it and send the command again.',
    zh: '文字过长，请精简后重试。',
  },
  'COMMIT.TEXT_UNFIT': {
    kind: 'invalid',
    en: 'A text in the command contains characters that cannot be stored. Remove them and send the command again.',
    zh: '文字含有无法保存的字符，请删除后重试。',
  },
  'COMMIT.CONSTRAINT': {
    kind: 'conflict',
    en: 'The command contradicts a record that already exists.',
    zh: '内容与已有记录冲突。',
  },
  'COMMIT.NO_POLICY': {
    kind: 'conflict',
    en: 'No SLA policy or calendar covers this case: {reason}. Ask the policy administrator to add one.',
    zh: '没有适用的时限规则或工作日历：{reason}。请联系时限规则管理员。',
  },
  'COMMIT.UNFIT': {
    kind: 'invalid',
    en: 'It cannot be recorded: {reason}.',
    zh: '该操作无法记录：{reason}。',
  },
  'COMMAND.INSTANT_IN_FUTURE': {
    kind: 'invalid',
    en: 'The time of the event is in the future.',
    zh: '发生时间晚于当前时间。',
  },
  'COMMAND.PROOF_TOO_LATE': {
    kind: 'forbidden',
    en: 'The deadline passed at {dueAt}. You can record proof that it was met up to {hours} hours after the event. Ask a supervisor to record it later than that.',
    zh: '该时限已于 {dueAt} 超时。事情发生后 {hours} 小时内可补录按时完成的记录，逾期请由主管补录。',
  },
  'COMMAND.INSTANT_TOO_EARLY': {
    kind: 'invalid',
    en: 'The time of the event cannot be before {earliest}.',
    zh: '发生时间不得早于 {earliest}。',
  },
  'COMMAND.ID_RESERVED': {
    kind: 'invalid',
    en: 'The command ID {id} is reserved. Use another, such as a UUID.',
    zh: '命令编号 {id} 为系统保留，请换用其他编号（如 UUID）。',
  },
  'COMMAND.INVALID': {
    kind: 'invalid',
    en: 'The input is not valid: {reason}.',
    zh: '填写有误：{reason}。',
  },
  'COMMAND.POINTLESS': {
    kind: 'conflict',
    en: 'There is nothing to "{command}" for at the moment.',
    zh: '目前没有需要“{command}”的事项。',
  },
  'COMMAND.UNKNOWN': {
    kind: 'unknown',
    en: 'There is no command "{command}".',
    zh: '没有名为“{command}”的操作。',
  },
} as const satisfies Refusals;
