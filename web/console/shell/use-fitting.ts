import { useLayoutEffect, useState, type RefObject } from 'react';

/**
 * How many children of a row fit into its width, read again when the row or a text in it changes. The row wraps and is cut at one line, so that
 * those that do not fit keep a place in which they are measured.
 */
export function useFitting(row: RefObject<HTMLElement | null>): number {
  const [fitting, setFitting] = useState(Infinity);
  useLayoutEffect(() => {
    const element = row.current;
    if (!element) return;
    const measure = () => {
      const children = [...element.children].filter((child) => child instanceof HTMLElement);
      const top = children[0]?.offsetTop;
      const right = element.offsetLeft + element.clientWidth;
      const first = children.findIndex(
        (child) => child.offsetTop !== top || child.offsetLeft + child.offsetWidth > right + 1,
      );
      setFitting(first < 0 ? Infinity : first);
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    for (const child of element.children) watch.observe(child);
    return () => watch.disconnect();
  }, [row]);
  return fitting;
}
