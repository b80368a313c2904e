import { useDraggable } from '@dnd-kit/core';
import type { KeyboardEvent, PointerEvent } from 'react';
import type { Dragged } from './drag-target';
import { usePlacing } from './placing-context';

/** A card that the mouse takes anywhere and the keyboard by its button; not while a form is open, which a drop would replace. */
export function useGrip(dragged: Dragged | undefined, id: string) {
  const { draft } = usePlacing();
  const { setNodeRef, setActivatorNodeRef, listeners, attributes, isDragging } = useDraggable({
    id,
    disabled: dragged === undefined || draft !== undefined,
    ...(dragged && { data: dragged }),
  });
  const isGripped = dragged !== undefined && draft === undefined;
  return {
    isDragging,
    card: {
      ref: setNodeRef,
      ...(isGripped && {
        onPointerDown: (event: PointerEvent) => void listeners?.['onPointerDown']?.(event),
      }),
    },
    button: {
      ref: setActivatorNodeRef,
      ...(isGripped && {
        onKeyDown: (event: KeyboardEvent) => void listeners?.['onKeyDown']?.(event),
        'aria-describedby': attributes['aria-describedby'],
      }),
    },
  };
}
