import type { Refusals } from '../refusal';

/** What every process refuses, whatever it is about: before its rules are asked, or because no record of it can be made (ADR 37). */
export const PROCESS_ERRORS = {
  'COMMAND.MALFORMED': {
    kind: 'invalid',
    en: 'That is not a command as this process understands it: {reason}.',
    zh: '该操作的格式无法识别：{reason}。',
  },
  'PROCESS.FULL': {
    kind: 'conflict',
    en: 'With this it would hold more than one case or order can. Write less, or open a new one; what ends it is still taken.',
    zh: '执行后内容将超出单个服务单或订单的上限。请精简内容或另建新单；仍可执行结束该单的操作。',
  },
  'COMMIT.OUT_OF_RANGE': {
    kind: 'invalid',
    en: 'A number or an instant of it is beyond what can be recorded.',
    zh: '其中的数值或时间超出可记录的范围。',
  },
  'COMMIT.TOO_LONG': {
    kind: 'invalid',
    en: 'A text of it is longer than can be recorded.',
    zh: '其中的文字过长，无法记录。',
  },
  'COMMIT.TEXT_UNFIT': {
    kind: 'invalid',
    en: 'A text of it has characters that cannot be recorded.',
    zh: '其中的文字含有无法记录的字符。',
  },
  'COMMIT.CONSTRAINT': {
    kind: 'conflict',
    en: 'What it says contradicts what is on record.',
    zh: '其内容与已有记录相矛盾。',
  },
  'COMMIT.NO_POLICY': {
    kind: 'conflict',
    en: 'A promise of it is covered by no policy or calendar: {reason}. Tell whoever keeps the policies.',
    zh: '其中的时限没有适用的政策或日历：{reason}。请联系政策管理员。',
  },
  'COMMIT.UNFIT': {
    kind: 'invalid',
    en: 'It cannot be recorded: {reason}.',
    zh: '该操作无法记录：{reason}。',
  },
  'COMMAND.INSTANT_IN_FUTURE': {
    kind: 'invalid',
    en: 'The time at which it happened lies in the future.',
    zh: '发生时间晚于当前时间。',
  },
  'COMMAND.PROOF_TOO_LATE': {
    kind: 'forbidden',
    en: 'Broken at {dueAt}. You may enter proof that it was kept up to {hours} hours afterwards: later, a supervisor has to.',
    zh: '该承诺已于 {dueAt} 超时。事情发生后 {hours} 小时内您可补录按时履约的凭据，逾期须由主管补录。',
  },
  'COMMAND.INSTANT_TOO_EARLY': {
    kind: 'invalid',
    en: 'It cannot have happened before {earliest}.',
    zh: '发生时间不得早于 {earliest}。',
  },
  'COMMAND.ID_RESERVED': {
    kind: 'invalid',
    en: 'The command id {id} is one that the system gives; take another, such as a UUID.',
    zh: '命令编号 {id} 为系统保留，请换用其他编号（如 UUID）。',
  },
  'COMMAND.INVALID': {
    kind: 'invalid',
    en: 'That cannot be: {reason}.',
    zh: '填写有误：{reason}。',
  },
  'COMMAND.UNKNOWN': {
    kind: 'unknown',
    en: 'No command is called "{command}".',
    zh: '没有名为“{command}”的操作。',
  },
} as const satisfies Refusals;
