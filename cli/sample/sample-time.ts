/** Asia/Shanghai keeps one offset all year round, so the sample's wall times need no time-zone data. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const HOUR_MS = 3_600_000;
const HALF_HOUR_MS = HOUR_MS / 2;
const DAY_MS = 24 * HOUR_MS;

/** The three forms in which a sample request names an instant. */
export const SAMPLE_INSTANT = '^(in \\d+ days? ([01]\\d|2[0-3]):[0-5]\\d|in \\d+ hours?|\\d+ hours? ago)$';

/**
 * Converts a sample time, relative to the anchor (ISO-8601), to ISO-8601 in UTC:
 * - `in 2 days 09:00`: at this wall time in Shanghai, so many days after the anchor's own day there;
 * - `in 3 hours`: so much later, rounded up to the half hour, as people make appointments;
 * - `3 hours ago`: so much earlier, rounded down to the half hour.
 * @throws Error where the text has none of these forms.
 */
export function sampleInstant(text: string, anchor: string): string {
  const anchorMs = Date.parse(anchor);
  const [, days, hour, minute] = /^in (\d+) days? (\d\d):(\d\d)$/.exec(text) ?? [];
  if (days !== undefined) {
    const localMidnight = Math.floor((anchorMs + SHANGHAI_OFFSET_MS) / DAY_MS) * DAY_MS - SHANGHAI_OFFSET_MS;
    return iso(localMidnight + Number(days) * DAY_MS + Number(hour) * HOUR_MS + Number(minute) * 60_000);
  }
  const [, ahead] = /^in (\d+) hours?$/.exec(text) ?? [];
  if (ahead !== undefined)
    return iso(Math.ceil((anchorMs + Number(ahead) * HOUR_MS) / HALF_HOUR_MS) * HALF_HOUR_MS);
  const [, back] = /^(\d+) hours? ago$/.exec(text) ?? [];
  if (back !== undefined)
    return iso(Math.floor((anchorMs - Number(back) * HOUR_MS) / HALF_HOUR_MS) * HALF_HOUR_MS);
  throw new Error(
    `"${text}" is no instant of the sample: write "in 2 days 09:00", "in 3 hours" or "3 hours ago".`,
  );
}

/** The day in China that an instant of the sample falls on, such as `2026-12-01`. @throws Error as above. */
export const sampleDay = (text: string, anchor: string): string =>
  iso(Date.parse(sampleInstant(text, anchor)) + SHANGHAI_OFFSET_MS).slice(0, 10);

/** So many hours (2.5 is two and a half) before the anchor, as ISO-8601 in UTC. */
export const hoursBefore = (hours: number, anchor: string): string =>
  iso(Date.parse(anchor) - Math.round(hours * HOUR_MS));

const iso = (ms: number): string => new Date(ms).toISOString();
