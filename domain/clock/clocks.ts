/** The clocks of a process, as deciders and workflow code use them: nothing here needs a calendar. */
export * from './clock-events';
export * from './entered';
export * from './evolve-clocks';
export * from './record';
