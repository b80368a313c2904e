/** Sections of a depot's work, and the kinds of task in each. */
export const SECTIONS = {
  issue: ['reserve-parts', 'ship-parts'],
  receive: ['buy-parts', 'receive-goods', 'confirm-parts'],
  returns: ['take-back-parts', 'return-old-parts', 'forward-old-parts'],
  stock: [],
  count: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type Section = keyof typeof SECTIONS;
export const SECTION_NAMES = [
  'issue',
  'receive',
  'returns',
  'stock',
  'count',
] as const satisfies readonly Section[];

export interface PartsFilters {
  readonly section?: Section;
  readonly q?: string;
  readonly depot?: string;
}

/** The section and the words of the search as they stand in the address. */
export function partsFilters({ section, q, depot }: Record<string, unknown>): PartsFilters {
  const known = SECTION_NAMES.find((one) => one === section);
  const text = typeof q === 'number' ? String(q) : q;
  return {
    ...(known !== undefined && { section: known }),
    ...(typeof depot === 'string' && depot !== '' && { depot: depot.slice(0, 64) }),
    ...(typeof text === 'string' && text !== '' && { q: text.slice(0, 100) }),
  };
}
