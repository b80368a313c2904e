import { useMay, useMe } from '../session';
import { MENU, type Entry } from './menu';

/** The entries of the main menu that the reader's rights and work open. */
export function useMenu(): readonly Entry[] {
  const me = useMe();
  const may = useMay();
  return MENU.filter(({ needs, isFor }) => may(needs) && (isFor?.(me) ?? true));
}
