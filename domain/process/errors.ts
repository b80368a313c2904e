/** What every process refuses, whatever it is about: before its rules are asked, or because no record of it can be made (ADR 37). */
export const PROCESS_ERRORS = {
  'COMMAND.MALFORMED': {
    en: 'That is not a command as this process understands it: {reason}.',
    zh: '该操作的格式无法识别：{reason}。',
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
