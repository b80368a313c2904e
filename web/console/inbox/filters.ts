interface InboxFilters {
  readonly kind?: string;
}

/** The kind of task as it stands in the address. */
export function inboxFilters({ kind }: Record<string, unknown>): InboxFilters {
  return typeof kind === 'string' && kind !== '' ? { kind: kind.slice(0, 60) } : {};
}
