const { default: Sequencer } = require('@jest/test-sequencer');

const isWholeSystem = ({ path }) => /[\\/]test[\\/]e2e[\\/]/.test(path);

/**
 * The files that start the whole system take longest. They come first also where jest has no timings yet: begun last, one of them would
 * keep one worker busy for minutes while the other has nothing to do.
 */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return [...sorted.filter(isWholeSystem), ...sorted.filter((test) => !isWholeSystem(test))];
  }
};
