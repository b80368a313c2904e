import type { Refusals } from '../../refusal';

/** Refusals about when something has to be done. */
export const DEADLINE_ERRORS = {
  'CASE.PAUSE_TOO_LONG': {
    kind: 'invalid',
    en: 'The case can be paused until {to} at the latest.',
    zh: '暂停最晚可至 {to}。',
  },
  'COMMAND.WAIT_TOO_LATE': {
    kind: 'forbidden',
    en: 'You can record a pause up to {hours} hours afterwards, that is from {earliest}. Ask a supervisor to record an earlier one.',
    zh: '暂停须在发生后 {hours} 小时内补录，即不得早于 {earliest}；更早的请由主管补录。',
  },
  'CASE.APPOINTMENT_PAST': {
    kind: 'invalid',
    en: 'The appointment starts in the past ({from}). Choose a future time, or confirm that the past time is intended.',
    zh: '上门开始时间（{from}）已过。请选择以后的时间；如为补录，请予以确认。',
  },
  'CASE.OUTSIDE_HOURS': {
    kind: 'invalid',
    en: 'The appointment is outside the working hours of that day: {open}. Choose a time within them, or confirm that this time is intended.',
    zh: '上门时间不在当日工作时间内：{open}。请选择工作时间内的时间；如确需如此，请予以确认。',
  },
} as const satisfies Refusals;
