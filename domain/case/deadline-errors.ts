/** Refusals about when something has to be done. */
export const DEADLINE_ERRORS = {
  'CASE.PAUSE_TOO_LONG': {
    en: 'The pause can last until {to} at most.',
    zh: '暂停最晚至 {to}。',
  },
} as const;
