/** What every process refuses, whatever it is about: before its rules are asked, or because no record of it can be made (ADR 37). */
export const PROCESS_ERRORS = {
  'COMMAND.MALFORMED': {
    en: 'That is not a command as this process understands it: {reason}.',
    zh: '该操作的格式无法识别：{reason}。',
  },
  'PROCESS.FULL': {
    en: 'With this it would hold more than one case or order can. Write less, or open a new one; what ends it is still taken.',
    zh: '执行后内容将超出单个服务单或订单的上限。请精简内容或另建新单；仍可执行结束该单的操作。',
  },
  'COMMIT.OUT_OF_RANGE': {
    en: 'A number or an instant of it is beyond what can be recorded.',
    zh: '其中的数值或时间超出可记录的范围。',
  },
  'COMMIT.TOO_LONG': { en: 'A text of it is longer than can be recorded.', zh: '其中的文字过长，无法记录。' },
  'COMMIT.TEXT_UNFIT': {
    en: 'A text of it has characters that cannot be recorded.',
    zh: '其中的文字含有无法记录的字符。',
  },
  'COMMIT.CONSTRAINT': {
    en: 'What it says contradicts what is on record.',
    zh: '其内容与已有记录相矛盾。',
  },
  'COMMIT.NO_POLICY': {
    en: 'A promise of it is covered by no policy or calendar: {reason}. Tell whoever keeps the policies.',
    zh: '其中的时限没有适用的政策或日历：{reason}。请联系政策管理员。',
  },
  'COMMIT.UNFIT': {
    en: 'It cannot be recorded: {reason}.',
    zh: '该操作无法记录：{reason}。',
  },
} as const satisfies Record<string, { en: string; zh: string }>;
