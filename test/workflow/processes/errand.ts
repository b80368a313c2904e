import {
  evolveClocks,
  isClockEvent,
  meetClock,
  moveClock,
  pauseClocks,
  resumeClocks,
  stopAll,
  type ClockEvent,
  type Clocks,
} from '../../../domain/clock/clocks';
import { elapseStep } from '../../../domain/clock/ladder';
import { waitFor } from '../../../domain/clock/wait-for';
import { DomainError } from '../../../domain/errors';
import { HQ } from '../../../domain/identity/scope';
import type { JsonObject } from '../../../domain/json';
import type { CallOutcome, Command, Decider, Effect, Recorded } from '../../../domain/process/decider';

// A process that only the tests know: every kind of effect, clock and refusal that the interpreter can meet, with no story around it.

export interface CallAsked {
  readonly call: string;
  readonly input: JsonObject;
  readonly undo?: { readonly call: string; readonly input: JsonObject };
}

export interface Message {
  readonly to: string;
  readonly text: string;
  readonly start: boolean;
}

export type ErrandCommand =
  | { readonly type: 'note'; readonly data: { readonly text: string } }
  /** Taken, but nothing follows from it. */
  | { readonly type: 'shrug'; readonly data: Record<string, never> }
  | { readonly type: 'ask'; readonly data: { readonly fixedDueAt?: string } }
  | { readonly type: 'move'; readonly data: { readonly fixedDueAt: string } }
  | { readonly type: 'reply'; readonly data: Record<string, never> }
  | { readonly type: 'pause'; readonly data: Record<string, never> }
  | { readonly type: 'resume'; readonly data: Record<string, never> }
  | { readonly type: 'call'; readonly data: CallAsked }
  | { readonly type: 'tell'; readonly data: Message }
  | { readonly type: 'takeBack'; readonly data: Record<string, never> }
  | { readonly type: 'finish'; readonly data: Record<string, never> };

export type ErrandEvent =
  | { readonly type: 'Noted'; readonly data: { readonly text: string } }
  | { readonly type: 'Called'; readonly data: CallAsked }
  | { readonly type: 'Told'; readonly data: Message }
  | { readonly type: 'Settled'; readonly data: CallOutcome }
  | { readonly type: 'TakenBack'; readonly data: Record<string, never> }
  | { readonly type: 'Finished'; readonly data: Record<string, never> }
  | ClockEvent;

export interface ErrandState {
  readonly notes: readonly string[];
  readonly settled: readonly CallOutcome[];
  readonly clocks: Clocks;
  readonly finished: boolean;
}

/** The note that is refused. */
export const UNWELCOME = 'unwelcome';

export const errand: Decider<ErrandState, ErrandCommand, ErrandEvent> = {
  type: 'errand',
  initial: { notes: [], settled: [], clocks: {}, finished: false },
  decide,
  evolve,
  react,
  clocks: ({ clocks }) => clocks,
  tasks: () => [],
  isEnded: ({ finished }) => finished,
};

function decide(state: ErrandState, command: Command<ErrandCommand>, now: string): readonly ErrandEvent[] {
  const { clocks } = state;
  if (command.type === 'settleCall') return [{ type: 'Settled', data: command.data }];
  if (command.type === 'elapseClock') {
    const record = clocks[command.data.clock];
    const event = record && elapseStep({ record, step: command.data.step, nowMs: Date.parse(now) });
    return event ? [event] : [];
  }
  if (state.finished) throw new DomainError('CASE.ENDED', { stage: 'finished' });
  switch (command.type) {
    case 'note':
      if (command.data.text === UNWELCOME)
        throw new DomainError('COMMAND.INVALID', { field: 'data.text', reason: 'unwelcome' }, 'data.text');
      return [{ type: 'Noted', data: command.data }];
    case 'shrug':
      return [];
    case 'ask': {
      const { fixedDueAt } = command.data;
      const started = waitFor('reply', { facts: {}, at: now });
      if (fixedDueAt === undefined || started.type !== 'ClockStarted') return [started];
      return [{ ...started, data: { ...started.data, fixedDueAt } }];
    }
    case 'move':
      return moveClock(clocks, 'reply', command.data.fixedDueAt);
    case 'reply':
      return meetClock(clocks, 'reply', now);
    case 'pause':
      return pauseClocks(clocks, ['reply'], now);
    case 'resume':
      return resumeClocks(clocks, now);
    case 'call':
      return [{ type: 'Called', data: command.data }];
    case 'tell':
      return [{ type: 'Told', data: command.data }];
    case 'takeBack':
      return [{ type: 'TakenBack', data: {} }];
    case 'finish':
      return [...stopAll(clocks, now), { type: 'Finished', data: {} }];
  }
}

function evolve(state: ErrandState, event: Recorded<ErrandEvent>): ErrandState {
  if (isClockEvent(event)) return { ...state, clocks: evolveClocks(state.clocks, event) };
  switch (event.type) {
    case 'Noted':
      return { ...state, notes: [...state.notes, event.data.text].slice(-20) };
    case 'Settled':
      return { ...state, settled: [...state.settled, event.data] };
    case 'Finished':
      return { ...state, finished: true };
    case 'Called':
    case 'Told':
    case 'TakenBack':
      return state;
  }
}

function react(_state: ErrandState, event: Recorded<ErrandEvent>): readonly Effect[] {
  switch (event.type) {
    case 'Called':
      return [{ kind: 'call', ...event.data }];
    case 'Told': {
      const { to, text, start } = event.data;
      return [
        {
          kind: 'deliver',
          processType: 'errand',
          processId: to,
          command: { type: 'note', data: { text } },
          start,
        },
      ];
    }
    case 'TakenBack':
      return [{ kind: 'undo' }];
    case 'ClockEscalated':
      return [
        {
          kind: 'notify',
          template: 'clock-escalated',
          to: { role: event.data.to, organisationId: event.data.to === 'hq-service-manager' ? HQ : 'east' },
          params: { step: event.data.step },
          urgency: 'now',
        },
      ];
    default:
      return [];
  }
}
