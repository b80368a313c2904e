/** An ISO-8601 instant as the company's wall clock shows it: `2026-11-22 09:05`. */
export function wallClock(timeZone: string): (instant: string) => string {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return (instant) => clock.format(new Date(instant));
}
