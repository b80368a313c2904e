/** Invalid input to a clock: names the faulty field (`calendar.hours.mon[0]`) and the reason. */
export class ClockInputError extends Error {
  override readonly name = 'ClockInputError';
  constructor(
    readonly field: string,
    readonly reason: string,
  ) {
    super(`${field}: ${reason}`);
  }
}
