import { useSyncExternalStore } from 'react';

/** As in the style sheets: below it cards stand in place of tables. */
const phone = window.matchMedia('(max-width: 700px)');

function onTurn(changed: () => void): () => void {
  phone.addEventListener('change', changed);
  return () => phone.removeEventListener('change', changed);
}

/** True on a narrow screen, also after it was turned. */
export const usePhone = (): boolean => useSyncExternalStore(onTurn, () => phone.matches);
