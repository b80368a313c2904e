import tseslint from 'typescript-eslint';
import plainEnglish from './eslint-rules/plain-english.cjs';

const banned = (names, message) => names.map((name) => ({ name, message }));

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'dist',
      'web/dist',
      'web/generated',
      'prisma/generated',
      '.aftercare',
      'coverage',
      '**/*.mjs',
      '**/*.cjs',
      '**/*.js',
    ],
  },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-invalid-void-type': ['error', { allowAsThisParameter: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Environment is read once, in platform/config.ts.' },
      ],
    },
  },
  { files: ['platform/config.ts', 'test/support/config.ts'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: ['**/*.ts'],
    plugins: { 'plain-english': plainEnglish },
    rules: { 'plain-english/comments': 'error' },
  },
  {
    // The English texts that people read: refusals, notifications, names.
    files: ['**/*.ts'],
    ignores: ['test/**'],
    plugins: { 'plain-english': plainEnglish },
    rules: { 'plain-english/texts': 'error' },
  },
  {
    // Pages know the system by its API alone.
    files: ['web/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex:
                '^(\\.\\./)+(activities|api|cli|documents|domain|platform|stack|systems|verify|worker|workflows)/',
              message:
                'Pages know the system by its API alone: take it from web/generated/ or GET /v1/codes.',
            },
          ],
        },
      ],
    },
  },
  {
    // jest's matchers and JSON.parse return any.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // Deterministic code: no call whose answer may differ when Temporal replays it.
    files: ['domain/**/*.ts', 'workflows/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...banned(
          ['process', 'Buffer', 'fetch', 'setInterval', 'performance', 'crypto'],
          'Not deterministic: do it in an activity.',
        ),
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [
                'node:*',
                'fs',
                'crypto',
                '@temporalio/activity',
                '@temporalio/client',
                '@temporalio/worker',
                '@prisma/*',
                'fastify',
                'pino',
                'pg',
              ],
              message: 'Not allowed in deterministic code.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['domain/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'domain/ is pure.' },
        { object: 'Date', property: 'now', message: 'domain/ is pure: take the instant as an argument.' },
      ],
    },
  },
);
