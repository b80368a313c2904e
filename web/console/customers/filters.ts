export interface CustomerFilters {
  readonly q?: string;
  readonly status?: 'active' | 'prospect';
}

/** Filters of the list as they stand in the address. */
export function customerFilters(search: Record<string, unknown>): CustomerFilters {
  const { q, status } = search;
  const text = typeof q === 'number' ? String(q) : q;
  return {
    ...(typeof text === 'string' && text !== '' && { q: text.slice(0, 200) }),
    ...((status === 'active' || status === 'prospect') && { status }),
  };
}
