/**
 * The architecture: imports point one way.
 * apps -> libs; governance and tlog are the ground floor; stores depend on the port; nobody imports an app.
 */
const lib = (name) => `^libs/${name}/`;
const tests = '(\\.spec\\.ts$|/testing/)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nobody-imports-an-app',
      severity: 'error',
      from: { path: '^(libs|apps/([^/]+))/' },
      to: { path: '^apps/', pathNot: '^apps/$2/' },
    },
    {
      name: 'libs-do-not-import-apps',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'governance-imports-nothing-outside-itself',
      severity: 'error',
      from: { path: lib('governance'), pathNot: tests },
      to: { pathNot: lib('governance') },
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
      from: { path: '^libs/event-store-' },
      to: { path: '^libs/', pathNot: '^libs/(event-store/|$1)', pathNot: ['^libs/event-store'] },
    },
    {
      name: 'only-apps-choose-an-engine',
      severity: 'error',
      from: { path: '^libs/(?!event-store-)', pathNot: tests },
      to: { path: '^libs/event-store-' },
    },
    {
      name: 'the-feed-cannot-write',
      comment: 'The feed reads public streams. It never imports commands, the ledger store writer or keys.',
      severity: 'error',
      from: { path: '^apps/feed/', pathNot: tests },
      to: { path: '^apps/(ledger|cli)/' },
    },
    { name: 'no-nest-in-libraries', severity: 'error', from: { path: '^libs/(?!platform/)' }, to: { path: '@nestjs/' } },
    {
      name: 'not-to-dev-dep',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { conditionNames: ['source', 'import', 'node', 'default'], exportsFields: ['exports'] },
  },
};
