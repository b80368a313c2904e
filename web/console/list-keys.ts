import { useEffect, useEffectEvent } from 'react';

/** Whether the keys go into a text: then a letter is a letter. A box to tick takes no letters. */
export const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement &&
  !target.matches('input[type=checkbox]') &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/**
 * `j` and `k` go down and up the links that carry `data-row`; Enter opens the one with the focus, as ever. Where rows can be picked, `x`
 * picks it, and `X` all from the last one on.
 */
export function useListKeys(pick?: (row: string, isRange: boolean) => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector('dialog[open]')) return;
    const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')].filter(
      (row) => row.offsetParent !== null,
    );
    const at = rows.findIndex((row) => (row.closest('tr, li') ?? row).contains(document.activeElement));
    switch (event.key) {
      case 'j':
        return rows[Math.min(at + 1, rows.length - 1)]?.focus();
      case 'k':
        return rows[Math.max(at - 1, 0)]?.focus();
      case 'x':
      case 'X': {
        const row = rows[at]?.dataset['row'];
        if (row) pick?.(row, event.key === 'X');
      }
    }
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => pressed(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
