const { createContext } = require('node:vm');
const { LegacyFakeTimers, ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

/** What jest-circus keeps on the global object about the run of one file. */
const isOfRun = (key) =>
  typeof key === 'symbol' && /^(JEST_STATE_SYMBOL|EVENT_HANDLERS|TEST_TIMEOUT_SYMBOL)$/.test(key.description);

/**
 * Test files run in the worker's own realm, not in one of their own each: there a global name costs forty times as much to look up, and
 * nothing that is loaded lasts longer than a file. After each file the global object is as it was before.
 */
module.exports = class OneRealm {
  constructor({ projectConfig }) {
    this.global = globalThis;
    this.before = Object.getOwnPropertyDescriptors(globalThis);
    this.exit = process.exit;
    // Jest asks whether there is one; nothing runs in it.
    this.context = createContext();
    this.moduleMocker = new ModuleMocker(globalThis);
    const timers = { config: projectConfig, global: globalThis };
    this.fakeTimersModern = new ModernFakeTimers(timers);
    this.fakeTimers = new LegacyFakeTimers({
      ...timers,
      moduleMocker: this.moduleMocker,
      timerConfig: { idToRef: (id) => id, refToId: (timer) => timer },
    });
  }

  async setup() {}

  async teardown() {
    this.fakeTimersModern.useRealTimers();
    this.fakeTimers.useRealTimers();
    for (const key of Reflect.ownKeys(globalThis)) if (isOfRun(key)) delete globalThis[key];
    Object.defineProperty(globalThis, 'console', this.before.console);
    process.exit = this.exit;
    this.context = null;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return this.context;
  }
};
