/** What was given cannot be computed with: names the field at fault (`calendar.hours.mon[0]`) and why. */
export class ClockInputError extends Error {
  override readonly name = 'ClockInputError';
  constructor(
    readonly field: string,
    readonly reason: string,
  ) {
    super(`${field}: ${reason}`);
  }
}
