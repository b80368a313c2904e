import type { Decider } from '../process/decider';
import { tidied } from './common/bounded-lists';
import type { CaseCommand } from './commands';
import { decide } from './decide';
import { clocksOf } from './deadlines';
import type { CaseEvent } from './events';
import { evolve } from './evolve';
import { react } from './react';
import { isEnded, UNREGISTERED, type CaseState } from './state';
import { tasks } from './tasks';

/** The service case: one request from its register to its revisit (R1–R6, R13, R18, R22, R23). */
export const serviceCase: Decider<CaseState, CaseCommand, CaseEvent> = {
  type: 'serviceCase',
  initial: UNREGISTERED,
  decide,
  evolve,
  react,
  clocks: clocksOf,
  tasks,
  isEnded,
  tidied,
  ending: ['cancel', 'close'],
};
