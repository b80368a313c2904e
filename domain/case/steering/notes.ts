import type { Mentioned } from './terms';

/** More follow a case than any desk has people; the process takes them along (ADR 37). */
export const MOST_FOLLOWERS = 50;
/** A message quotes a note as far as it is read at a glance; the case has all of it. */
const QUOTED = 500;

/** Those who follow a case, with the people of one more note: the latest are kept. */
export const withMentioned = (
  followers: readonly string[] = [],
  mentions: readonly Mentioned[],
): readonly string[] => {
  const ids = mentions.map(({ id }) => id);
  return [...followers.filter((id) => !ids.includes(id)), ...ids].slice(-MOST_FOLLOWERS);
};

/** The beginning of a note, where it is long. */
export const quoted = (text: string): string =>
  text.length <= QUOTED ? text : `${text.slice(0, QUOTED).replace(/[\uD800-\uDBFF]$/, '')}…`;
