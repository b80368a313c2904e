const { sep } = require('node:path');
const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

/** Compiles into the realm that jest itself runs in. */
function inThisRealm(runtime) {
  const { executor } = runtime;
  executor.compile = (source, filename) =>
    compileFunction(source, executor.injectedModuleParameters, { filename });
  return runtime;
}

/** What loads the product and its packages, of this worker. */
let ofProduct;

/**
 * Loads the product and the packages once for all test files of a worker: to load them took longer than the tests of most files that need them.
 * What is below `test/` is loaded anew for each file, since it registers tests with the run of that file. A file that mocks modules has a
 * sandbox of its own: `@jest-environment node` in its first comment.
 */
exports.__esModule = true;
exports.default = class SharedRuntime extends Runtime {
  constructor(config, environment, ...rest) {
    super(config, environment, ...rest);
    this.isShared = environment.global === globalThis;
    if (!this.isShared) return;
    inThisRealm(this);
    this.ofTests = `${config.rootDir}${sep}test${sep}`;
    ofProduct ??= inThisRealm(new Runtime(config, environment, ...rest));
    // A stack has lines of both.
    this.transformCache.sourceMaps = ofProduct.getSourceMaps();
  }

  requireModule(from, name, options, isActual) {
    if (
      !this.isShared ||
      options?.isInternalModule ||
      name === undefined ||
      this._resolution.isCoreModule(name)
    )
      return super.requireModule(from, name, options, isActual);
    const path = this._resolution.resolveCjs(from, name);
    return path.startsWith(this.ofTests)
      ? super.requireModule(from, name, options, isActual)
      : ofProduct.requireModule(from, name, options, isActual);
  }
};
