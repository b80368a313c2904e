import type { Refusals } from '../../refusal';

/** Refusals about when something has to be done. */
export const DEADLINE_ERRORS = {
  'CASE.PAUSE_TOO_LONG': {
    kind: 'invalid',
    en: 'The pause can last until {to} at most.',
    zh: '暂停最晚至 {to}。',
  },
  'COMMAND.WAIT_TOO_LATE': {
    kind: 'forbidden',
    en: 'You may enter that a promise waits up to {hours} hours afterwards, so from {earliest}: from before, a supervisor has to.',
    zh: '承诺的暂停须在发生后 {hours} 小时内补录，即不得早于 {earliest}；更早的须由主管补录。',
  },
  'CASE.APPOINTMENT_PAST': {
    kind: 'invalid',
    en: 'The appointment begins in the past, at {from}: choose a time to come, or state that it is meant so.',
    zh: '上门时间的开始（{from}）已过：请选择以后的时间；如系补录，请明确注明。',
  },
  'CASE.OUTSIDE_HOURS': {
    kind: 'invalid',
    en: 'The appointment begins or ends outside working hours; those of the day are {open}. Choose a time within, or state that it is meant so.',
    zh: '上门时间的开始或结束不在工作时间内，当日工作时间为{open}。请选择工作时间内的时间，或明确注明确需如此。',
  },
} as const satisfies Refusals;
