import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Span } from './days';
import { localText } from './placing';
import { usePlacing } from './placing-context';

const STEP_MS = 15 * 60_000;

interface Resizing {
  readonly caseNumber: string;
  readonly span: Span;
  /** The hours that are drawn; undefined where a visit cannot be changed, or where no hours are drawn. */
  readonly axis: Span | undefined;
}

/** Another end of a visit, by its edge or by Shift and the arrows; the form then asks for the customer's word, as for any other time. */
export function useResize({ caseNumber, span, axis }: Resizing) {
  const { draft, open } = usePlacing();
  const [toMs, setShown] = useState<number>();
  /** As it stands after the last move, which need not be drawn yet when the edge is let go. */
  const latest = useRef<number>(undefined);
  const grasped = useRef<{ readonly x: number; readonly msOfPixel: number }>(undefined);
  const bounded = (ms: number) => Math.max(span.fromMs + STEP_MS, Math.round(ms / STEP_MS) * STEP_MS);
  const setTo = (ms: number | undefined) => {
    latest.current = ms;
    setShown(ms);
  };
  const drop = () => {
    grasped.current = undefined;
    setTo(undefined);
  };
  const finish = () => {
    const { current: chosen } = latest;
    drop();
    if (chosen !== undefined && chosen !== span.toMs) open({ caseNumber, to: localText(chosen) });
  };
  if (!axis || draft) return undefined;
  return {
    shown: toMs === undefined ? undefined : { fromMs: span.fromMs, toMs },
    edge: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        // The card is not taken along.
        event.stopPropagation();
        const lane = event.currentTarget.closest('.sch-lane')?.getBoundingClientRect();
        if (!lane) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        grasped.current = { x: event.clientX, msOfPixel: (axis.toMs - axis.fromMs) / lane.width };
      },
      onPointerMove: ({ clientX }: PointerEvent) => {
        const held = grasped.current;
        if (held) setTo(bounded(span.toMs + (clientX - held.x) * held.msOfPixel));
      },
      onPointerUp: finish,
      onPointerCancel: drop,
    },
    button: {
      // The mouse takes the focus from the button when it takes the edge.
      onBlur: () => {
        if (!grasped.current) drop();
      },
      /** @returns whether the key was meant for the end of the visit. */
      onKey: (event: KeyboardEvent): boolean => {
        const { key, shiftKey } = event;
        if (shiftKey && (key === 'ArrowRight' || key === 'ArrowLeft'))
          setTo(bounded((latest.current ?? span.toMs) + (key === 'ArrowRight' ? STEP_MS : -STEP_MS)));
        else if (latest.current !== undefined && key === 'Enter') finish();
        else if (latest.current !== undefined && key === 'Escape') drop();
        else return false;
        event.preventDefault();
        return true;
      },
    },
  };
}
