/**
 * The architecture: imports point one way.
 * apps -> libs; governance and tlog are the ground floor; stores depend on the port; nobody imports an app.
 */
const lib = (name) => `^libs/${name}/`;
const tests = '(\\.spec\\.tsx?$|/testing/)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nobody-imports-an-app',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'an-app-imports-no-other-app',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: tests },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'governance-imports-nothing-outside-itself',
      severity: 'error',
      from: { path: lib('governance'), pathNot: tests },
      to: { pathNot: lib('governance') },
    },
    {
      name: 'tlog-is-the-ground-floor-too',
      severity: 'error',
      from: { path: lib('tlog'), pathNot: tests },
      to: { pathNot: [lib('tlog'), '^(node:)?crypto$'] },
    },
    {
      name: 'the-port-knows-no-engine',
      severity: 'error',
      from: { path: lib('event-store'), pathNot: tests },
      to: { path: '^libs/', pathNot: lib('event-store') },
    },
    {
      name: 'engines-depend-on-the-port-only',
      severity: 'error',
      from: { path: '^libs/(event-store-[^/]+)/' },
      to: { path: '^libs/', pathNot: '^libs/(event-store|$1)/' },
    },
    {
      name: 'one-library-chooses-an-engine',
      severity: 'error',
      from: { path: '^libs/(?!event-store-|engines/)', pathNot: tests },
      to: { path: '^libs/event-store-' },
    },
    {
      name: 'the-feed-cannot-record',
      comment:
        'The feed reads the public record. It has no commands, no keys and no way to append a decision.',
      severity: 'error',
      from: { path: '^apps/feed/', pathNot: tests },
      to: { path: '^libs/recording/' },
    },
    {
      name: 'no-nest-in-libraries',
      severity: 'error',
      from: { path: '^libs/(?!platform/)' },
      to: { path: '@nestjs/' },
    },
    {
      name: 'not-to-dev-dep',
      severity: 'error',
      from: { path: '^(apps|libs)/.*\\.tsx?$', pathNot: tests },
      // Types are gone when it runs.
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-declared-packages',
      severity: 'error',
      from: { path: '^(apps|libs)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
