import {
  DndContext,
  DragOverlay,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type CollisionDetection,
  type DragEndEvent,
  type DragMoveEvent,
  type DragStartEvent,
} from '@dnd-kit/core';
import { createContext, useContext, useState, type ReactNode } from 'react';
import { useLanguage, useName, useWords } from '../language';
import type { Schedule } from './board';
import { DRAG_WORDS } from './drag-words';
import { byArrows, isPlace } from './drag-keys';
import { isSame, targetAt, type Dragged, type Target } from './drag-target';
import { timesText } from './times';
import { useDrop, type Verdict } from './use-drop';

interface DragState {
  readonly dragged: Dragged | undefined;
  readonly target: Target | undefined;
  readonly verdict: Verdict | undefined;
  readonly forget: () => void;
}

const Dragging = createContext<DragState>({
  dragged: undefined,
  target: undefined,
  verdict: undefined,
  forget: () => undefined,
});
export const useDragging = (): DragState => useContext(Dragging);

const DISTANCE_PX = 6;
const KEYS = { start: ['Space'], cancel: ['Escape', 'Tab'], end: ['Space', 'Enter'] };

/** The row below the pointer, or below the corner of what the arrows carry. */
const rowBelow: CollisionDetection = ({
  droppableContainers,
  droppableRects,
  pointerCoordinates,
  collisionRect,
}) => {
  const { x, y } = pointerCoordinates ?? { x: collisionRect.left + 2, y: collisionRect.top + 2 };
  const found = droppableContainers.find(({ id }) => {
    const rect = droppableRects.get(id);
    return rect && x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom;
  });
  return found ? [{ id: found.id, data: { droppableContainer: found } }] : [];
};

const isDragged = (data: unknown): data is Dragged =>
  typeof data === 'object' && data !== null && 'kind' in data;

interface BoardDrag {
  readonly schedule: Schedule;
  readonly children: ReactNode;
}

/** Jobs and visits are dragged onto engineers, by mouse and by keyboard. */
export function BoardDrag({ schedule, children }: BoardDrag) {
  const t = useWords(DRAG_WORDS);
  const [dragged, setDragged] = useState<Dragged>();
  const [target, setTarget] = useState<Target>();
  const { verdict, drop, forget } = useDrop(dragged, target, schedule.asOf);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: DISTANCE_PX } }),
    useSensor(KeyboardSensor, { coordinateGetter: byArrows, keyboardCodes: KEYS }),
  );
  const start = ({ active }: DragStartEvent) => {
    const data: unknown = active.data.current;
    forget();
    setTarget(undefined);
    if (isDragged(data)) setDragged(data);
  };
  const move = (event: DragMoveEvent) => {
    const next = dragged && targetOf(schedule, dragged, event);
    if (!isSame(next, target)) setTarget(next);
  };
  const end = (event: DragEndEvent) => {
    const at = dragged && targetOf(schedule, dragged, event);
    setDragged(undefined);
    setTarget(undefined);
    if (dragged && at) void drop(dragged, at);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={rowBelow}
      accessibility={{
        restoreFocus: false,
        screenReaderInstructions: { draggable: t('help') },
        announcements: SILENT,
      }}
      onDragStart={start}
      onDragMove={move}
      onDragOver={move}
      onDragEnd={end}
      onDragCancel={() => {
        setDragged(undefined);
        setTarget(undefined);
      }}
    >
      <Dragging value={{ dragged, target, verdict, forget }}>
        {children}
        <Said dragged={dragged} target={target} verdict={verdict} />
      </Dragging>
      <DragOverlay dropAnimation={null}>
        {dragged && <p className="sch-dragged">{dragged.job.customer?.name ?? dragged.job.contact.name}</p>}
      </DragOverlay>
    </DndContext>
  );
}

/** The live region of this page says in its language where a card would stand; the library's own stays silent. */
const SILENT = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};

function targetOf(schedule: Schedule, dragged: Dragged, event: DragMoveEvent): Target | undefined {
  const { active, over, activatorEvent, delta } = event;
  const place: unknown = over?.data.current;
  const card = active.rect.current.translated;
  if (!over || !card || !isPlace(place)) return undefined;
  // The pointer holds a job where it shall begin; a visit keeps its beginning under the edge of its card.
  const isPointed = dragged.kind === 'job' && activatorEvent instanceof PointerEvent;
  const x = isPointed ? activatorEvent.clientX + delta.x : card.left;
  const part = (x - over.rect.left) / over.rect.width;
  return targetAt(schedule, dragged, place, Math.min(Math.max(part, 0), 1));
}

interface Said {
  readonly dragged: Dragged | undefined;
  readonly target: Target | undefined;
  readonly verdict: Verdict | undefined;
}

function Said({ dragged, target, verdict }: Said) {
  const t = useWords(DRAG_WORDS);
  const { language } = useLanguage();
  const name = useName();
  const at = target && { engineer: name(target.engineer.names), span: timesText(target, language) };
  const why = verdict && isSame(verdict.target, target) ? (verdict.why ?? t('may')) : '';
  return (
    <p className="sr" role="status">
      {dragged && (at ? `${t('at', at)} ${why}` : t('held'))}
    </p>
  );
}
