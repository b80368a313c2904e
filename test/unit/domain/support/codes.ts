/** Words that are written with a hyphen: no codes. */
const HYPHENED: readonly string[] = [
  'e-mail',
  'walk-in',
  'public-relations',
  'follow-up',
  'first-time',
  'call-back',
];

/** Patterns forbidden in texts for people; each with an example. */
const SHAPES: readonly RegExp[] = [
  /\b[a-z]+(?:-[a-z]+)+\b/g, // in-warranty
  /\b[A-Z][A-Z_]+\.[A-Z_]+\b/g, // CASE.STALE
  /\b[a-z]+[A-Z]\w*/g, // reserveParts
  /\b[A-Z][a-z]+[A-Z]\w*/g, // SystemUnavailable
  /\w*_\w*/g, // parts_order
  /\b\d{4}-\d\d-\d\dT[\d:.Z+-]+/g, // 2026-11-16T01:00:00.000Z
  /[\w-]+:\d+(?::\w+)*/g, // AS-2026-000001:9:2, but no time of day
  /\b[a-z]{3}-\d{3,}\b/g, // stf-027
  /\{[^}]*\}|\[object \w+\]|\bundefined\b|\bnull\b|\bNaN\b/g,
];
const TIME_OF_DAY = /^\d{1,2}:\d\d(?::\d\d)?$/;

/** Whatever in a text looks like a code; empty for one that people can read. */
export const codesIn = (text: string): readonly string[] =>
  SHAPES.flatMap((shape) => [...text.matchAll(shape)].map(([found]) => found)).filter(
    (found) => !HYPHENED.includes(found.toLowerCase()) && !TIME_OF_DAY.test(found),
  );
