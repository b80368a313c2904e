import { useWords } from '../language';
import { ADMINISTRATION_WORDS } from './words';

export type Standing = 'inForce' | 'toCome' | 'past';

/** Standing of something that is in force from one instant or day up to another. */
export function standingOf(from: string, to: string | null, now = Date.now()): Standing {
  if (Date.parse(from) > now) return 'toCome';
  return to !== null && Date.parse(to) <= now ? 'past' : 'inForce';
}

/** Standing of each version up to the next. @param versions the latest first. */
export function standingsOf(versions: readonly { readonly effectiveFrom: string }[]): readonly Standing[] {
  const now = Date.now();
  const first = versions.findIndex(({ effectiveFrom }) => Date.parse(effectiveFrom) <= now);
  return versions.map((_one, n) => (first === -1 || n < first ? 'toCome' : n === first ? 'inForce' : 'past'));
}

const CHIPS = { inForce: 'chip chip-good', toCome: 'chip chip-warn', past: 'chip' } as const;

export function StandingChip({ standing }: { readonly standing: Standing }) {
  const t = useWords(ADMINISTRATION_WORDS);
  return <span className={CHIPS[standing]}>{t(standing)}</span>;
}
