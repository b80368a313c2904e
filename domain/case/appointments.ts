import type { Slot } from '../dispatch/slot';
import type { CaseState } from './state';
import type { Stage } from './terms';

/** While the engineer is expected or at work: afterwards their time is their own again, however long the appointment was. */
const TAKING_TIME: readonly Stage[] = ['dispatched', 'on-site'];

/** The engineer's time that a case takes up (design decision 9). */
export function slotsOf({ stage, dispatch }: CaseState): readonly Slot[] {
  if (!dispatch || !TAKING_TIME.includes(stage)) return [];
  const { engineer, appointment } = dispatch;
  return [{ engineerId: engineer.id, engineerName: engineer.name, ...appointment }];
}
