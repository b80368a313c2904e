/** The layers of docs/architecture.md as rules that CI holds. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '(^|/)[.][^/]+',
          '^test/',
          '^cli/',
          '^bench/',
          'prisma[.]config',
          'jest[.]config',
        ],
      },
      to: {},
    },
    only('domain-imports-only-itself', '^domain/', [
      '^domain/',
      '^node_modules/@js-temporal/polyfill',
      '^dinero[.]js/currencies$',
    ]),
    { ...only('time-zones-only-in-the-clock', '^domain/(?!clock/|money/)', ['^domain/']) },
    only('currencies-only-in-money', '^domain/money/', ['^domain/', '^dinero[.]js/currencies$']),
    {
      name: 'the-facts-of-a-case-stand-below-its-chapters',
      severity: 'error',
      from: { path: ['^domain/case/facts[.]ts$', '^domain/case/terms[.]ts$'] },
      to: {
        path: '^domain/case/',
        pathNot: [
          '^domain/case/facts[.]ts$',
          '^domain/case/terms[.]ts$',
          '^domain/case/flows/[a-z/-]*terms[.]ts$',
        ],
      },
    },
    {
      name: 'terms-of-a-chapter-know-no-events-and-no-state',
      severity: 'error',
      from: { path: '^domain/case/[^/]+/[a-z-]*terms[.]ts$' },
      to: {
        path: '^domain/case/',
        pathNot: ['^domain/case/[a-z/-]*terms[.]ts$', '^domain/case/[a-z/]*facts[.]ts$'],
      },
    },
    only('workflows-import-domain-and-activity-types', '^workflows/', [
      '^workflows/',
      '^domain/',
      '^node_modules/@temporalio/(workflow|common)',
      '^activities/.*types\\.ts$',
    ]),
    only('schemas-import-domain', '^api/.*schema', [
      '^api/.*schema',
      '^api/requests/fields-schema[.]ts$',
      '^domain/',
      '^node_modules/@sinclair/typebox',
    ]),
    only('documents-are-pure', '^documents/', [
      '^documents/',
      '^domain/',
      '^pdfkit$',
      '^node_modules/pdfkit',
      '^node_modules/@types/pdfkit',
      '^node_modules/(@types/)?fontkit',
      '^node_modules/linebreak',
      '^node_modules/pinyin-pro',
      '^fs$',
      '^zlib$',
    ]),
    {
      name: 'nobody-imports-api-or-cli',
      severity: 'error',
      from: { pathNot: ['^api/', '^cli/', '^test/', '^bench/'] },
      to: { path: ['^api/', '^cli/'] },
    },
    {
      name: 'product-does-not-import-tests',
      severity: 'error',
      from: { pathNot: ['^test/', '^bench/'] },
      to: { path: ['^test/'] },
    },
    {
      name: 'systems-know-nothing-of-the-case',
      severity: 'error',
      from: { path: '^systems/' },
      to: { path: ['^domain/case/', '^workflows/', '^api/', '^activities/'] },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', 'prisma/generated'] },
    exclude: { path: ['prisma/generated'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
