import { readdirSync } from 'node:fs';
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';

/** A feature may import its own folder, `core` and the hub `code`. Nothing else beside it. */
const boundariesOf = (workspace) =>
  readdirSync(`${workspace}/src`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      target: `./${workspace}/src/${name}`,
      from: `./${workspace}/src`,
      except: name === 'core' ? ['./core'] : [...new Set([`./${name}`, './core', './code'])],
      message: 'A feature imports its own folder, core and code.',
    }));

/** Who asks for the time or the environment does it in one place. */
const onlyIn = {
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'Ask the clock.' },
    { object: 'process', property: 'env', message: 'Ask core/env.' },
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
      message: 'Ask the clock.',
    },
    { selector: 'ExportDefaultDeclaration', message: 'Named exports only, but for pages.' },
  ],
};

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/cdk.out/',
      '**/node_modules/',
      '**/*.mjs',
      '**/*.cjs',
      'miniapp/**/*.js',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { 'import-x': importX },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    settings: {
      'import-x/resolver-next': [
        createTypeScriptImportResolver({
          project: ['shared', 'functions', 'miniapp', 'infra', 'bench'].map(
            (name) => `${name}/tsconfig.json`,
          ),
        }),
      ],
    },
    rules: {
      ...onlyIn,
      'import-x/no-restricted-paths': [
        'error',
        { zones: ['shared', 'functions', 'miniapp'].flatMap(boundariesOf) },
      ],
      // An index that the code has just bounded is known to be there; the types cannot know it.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['miniapp/**/*.tsx', 'miniapp/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      // A typed read of what the device remembers names its type; that is the parameter's whole use.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // What the types of Taro and of browsers claim to be always there is missing in some hosts.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Values of forms are plain objects, whatever a generic type allows.
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  {
    // Taro wants a default export of pages, the app and its configuration.
    files: [
      'miniapp/src/*/pages/**',
      'miniapp/src/**/pages/**',
      'miniapp/src/*/{desk,more}/*.tsx',
      'miniapp/src/app.tsx',
      'miniapp/src/app.config.ts',
      'miniapp/config/**',
      'miniapp/src/core/shims/**',
      'miniapp/src/global.d.ts',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: [
      '**/test/**',
      '**/*.test.ts',
      '**/*.test.tsx',
      'functions/local/**',
      'bench/**',
      'miniapp/config/**',
      'miniapp/browser/**',
      'infra/bin/**',
    ],
    rules: {
      'no-restricted-properties': 'off',
      'import-x/no-restricted-paths': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  {
    // glass-easel's types fit no use outside a component: the host that runs compiled packages talks to it untyped.
    files: ['miniapp/test/host/**'],
    rules: {
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/only-throw-error': 'off',
      'react-hooks/rules-of-hooks': 'off',
    },
  },
);
