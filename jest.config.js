const swc = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx, decorators: true },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        react: { runtime: 'automatic', importSource: 'preact' },
      },
      target: 'es2024',
    },
    module: { type: 'es6' },
  },
];

/** @type {import('jest').Config} */
export default {
  rootDir: '.',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['**/*.{unit,int,e2e}.spec.{ts,tsx}'],
  testEnvironment: 'node',
  // Nobody works beside the tests: all cores, where the default leaves one out.
  maxWorkers: '100%',
  // Milliseconds. Machines that test are slow and shared; a test that hangs is still found.
  testTimeout: 60_000,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: {
    '^#(.+?)/testing$': '<rootDir>/libs/$1/src/testing/index.ts',
    '^#([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
  },
  // JSX has a grammar of its own, in which a generic arrow function is none.
  transform: { '^.+\\.ts$': swc(false), '^.+\\.tsx$': swc(true) },
};
