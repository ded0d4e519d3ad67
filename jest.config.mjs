/** One project a workspace, and the compiled mini-programs. Sources are transpiled by SWC; types are tsc's to check. */
const transform = {
  '^.+\\.(t|j|mj)sx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        target: 'es2022',
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'commonjs' },
    },
  ],
};
const common = {
  transform,
  // ESM only: they cannot be required as they are.
  transformIgnorePatterns: ['/node_modules/(?!(@middy|jose|@noble|zod|zod-openapi|croner)/)'],
  moduleNameMapper: {
    '^@yimatong/shared/(.*\\.json)$': '<rootDir>/shared/src/$1',
    '^@yimatong/shared/(.*)$': '<rootDir>/shared/src/$1',
    '^@yimatong/functions/(.*)$': '<rootDir>/functions/src/$1',
  },
  testEnvironment: 'node',
  rootDir: import.meta.dirname ?? new URL('.', import.meta.url).pathname,
};

export default {
  projects: [
    { ...common, displayName: 'shared', testMatch: ['<rootDir>/shared/src/**/*.test.ts'] },
    {
      ...common,
      displayName: 'functions',
      testMatch: ['<rootDir>/functions/{src,test,local}/**/*.test.ts'],
    },
    { ...common, displayName: 'infra', testMatch: ['<rootDir>/infra/test/**/*.test.ts'] },
    {
      ...common,
      displayName: 'miniapp',
      testMatch: ['<rootDir>/miniapp/{src,test}/**/*.test.{ts,tsx}'],
    },
    { ...common, displayName: 'browser', testMatch: ['<rootDir>/miniapp/browser/**/*.test.ts'] },
  ],
};
