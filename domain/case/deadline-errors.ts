/** Refusals about when something has to be done. */
export const DEADLINE_ERRORS = {
  'CASE.PAUSE_TOO_LONG': {
    en: 'The pause can last until {to} at most.',
    zh: '暂停最晚至 {to}。',
  },
  'CASE.APPOINTMENT_PAST': {
    en: 'The appointment begins in the past, at {from}: choose a time to come, or state that it is meant so.',
    zh: '上门时间的开始（{from}）已过：请选择以后的时间；如系补录，请明确注明。',
  },
  'CASE.OUTSIDE_HOURS': {
    en: 'The appointment begins or ends outside working hours; those of the day are {open}. Choose a time within, or state that it is meant so.',
    zh: '上门时间的开始或结束不在工作时间内，当日工作时间为{open}。请选择工作时间内的时间，或明确注明确需如此。',
  },
} as const;
