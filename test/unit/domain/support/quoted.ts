import type { CaseEvent } from '../../../../domain/case/events';
import { tasks } from '../../../../domain/case/tasks';
import { aCase, type CaseBuilder } from './case-builder';
import * as commands from './commands';

export const paid = (): CaseBuilder => aCase().answered().classified({ unit: commands.UNIT }).paid();
export const onSite = (): CaseBuilder => paid().dispatched().onSite();
export const diagnosed = (): CaseBuilder => onSite().diagnosed();
export const decided = (it: CaseBuilder, decision: 'accept' | 'refuse' = 'accept'): CaseBuilder =>
  it.does(
    commands.decideQuote({
      version: it.state.quote?.version ?? 0,
      decision,
      consent: { by: 'customer', how: 'phone', at: it.now },
    }),
  );
export const accepted = (): CaseBuilder => decided(diagnosed().quoted());
export const USED = { labourMinutes: 60, partsUsed: [{ partNumber: 'CAP-1', quantity: 2 }] };
export const reported = (): CaseBuilder => accepted().repaired().reported(USED);
export const last = (it: CaseBuilder, type: CaseEvent['type']) =>
  it.events.findLast((event) => event.type === type);
export const kinds = ({ state }: CaseBuilder) => tasks(state).map(({ kind }) => kind);
