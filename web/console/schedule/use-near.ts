import { useEffect, useRef, useState, type RefObject } from 'react';

/** So far beyond the edges of the window a row is drawn before it comes into sight. */
const MARGIN = '800px 0px';

/** Whether something has come near to the window: a board of 200 engineers draws the rows that are looked at. */
export function useNear<E extends Element>(): readonly [RefObject<E | null>, boolean] {
  const ref = useRef<E>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const { current } = ref;
    if (!current || isNear) return undefined;
    // It stays once it is drawn: what is held or has the focus does not vanish while the page scrolls.
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.some(({ isIntersecting }) => isIntersecting)),
      { rootMargin: MARGIN },
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, [isNear]);
  return [ref, isNear];
}
