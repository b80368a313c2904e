import { useMay, useMe } from '../session';
import { MENU, type Entry } from './menu';

/** The entries of the main menu that the reader's rights and roles open. */
export function useMenu(): readonly Entry[] {
  const { roles } = useMe();
  const may = useMay();
  return MENU.filter(({ needs, role }) => may(needs) && (!role || roles.includes(role)));
}
