/** An ISO-8601 instant as the company's wall clock shows it: `2026-11-22 09:05`. */
export function wallClock(timeZone: string): (instant: string) => string {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return (instant) => clock.format(new Date(instant));
}

/** Making a formatter takes longer than all that it is used for; zones are few. */
const days = new Map<string, Intl.DateTimeFormat>();

/** The day (`2026-11-22`) of an instant in a zone: warranties begin and end with the day where the unit stands. */
export function dayIn(timeZone: string, at: Date): string {
  const known =
    days.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  days.set(timeZone, known);
  return known.format(at);
}
