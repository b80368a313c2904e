const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const modules = join(__dirname, 'node_modules');
const namesIn = (folder) => readdirSync(join(modules, folder)).filter((name) => !name.startsWith('.'));
const packages = namesIn('').flatMap((name) =>
  name.startsWith('@') ? namesIn(name).map((inner) => `${name}/${inner}`) : [name],
);
const shipsEsModules = (name) => {
  const manifest = join(modules, name, 'package.json');
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).type === 'module';
};

const shared = {
  testEnvironment: '<rootDir>/test/jest/environment.cjs',
  runtime: '<rootDir>/test/jest/runtime.cjs',
  injectGlobals: false,
  rootDir: __dirname,
  transform: {
    '^.+\\.[cm]?[jt]s$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  // On Node 20 jest loads CommonJS only: packages that ship ES modules are turned into it like our own code.
  transformIgnorePatterns: [`/node_modules/(?!(${packages.filter(shipsEsModules).join('|')})/)`],
};

/** @type {import('jest').Config} */
module.exports = {
  testTimeout: 120_000,
  testSequencer: '<rootDir>/test/longest-first.cjs',
  reporters: ['default', '<rootDir>/test/summary-reporter.cjs'],
  projects: [
    // Rules and tools by themselves.
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/test/unit/**/*.test.ts'] },
    // On a real PostgreSQL and a real Temporal.
    {
      ...shared,
      displayName: 'stack',
      testMatch: ['<rootDir>/test/{api,contract,workflow,e2e,pages}/**/*.test.ts'],
      globalSetup: '<rootDir>/test/support/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/global-teardown.ts',
    },
  ],
};
