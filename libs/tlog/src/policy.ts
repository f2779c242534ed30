import { isKeyName } from './note.ts';
import { parseVerifier, signatureTypes } from './keys.ts';
import type { Verifier } from './keys.ts';

/** A log whose checkpoints are accepted; its origin is its key's name. */
export type PolicyLog = Readonly<{ verifier: Verifier; url?: string }>;
export type PolicyWitness = Readonly<{ name: string; verifier: Verifier; url?: string }>;

/** Witnesses, and groups of them, of which so many have to cosign. */
export type PolicyGroup = Readonly<{ name: string; threshold: number; members: readonly string[] }>;

/** Which logs are trusted, and who has to have seen their checkpoints (C2SP tlog-policy). */
export type Policy = Readonly<{
  logs: readonly PolicyLog[];
  witnesses: readonly PolicyWitness[];
  groups: readonly PolicyGroup[];
  /** A witness or a group; `none` asks for nobody. */
  quorum: string;
}>;

/** The text is no policy, or contradicts itself. */
export class MalformedPolicy extends Error {
  constructor(line: number, why: string) {
    super(`line ${line} of the policy: ${why}`);
    this.name = 'MalformedPolicy';
  }
}

const nobody = 'none';

/** A policy while its lines are read: names mean what earlier lines say. */
class PolicyReader {
  readonly logs: PolicyLog[] = [];
  readonly witnesses: PolicyWitness[] = [];
  readonly groups: PolicyGroup[] = [];
  quorum: string | undefined;
  readonly #keys = new Set<string>();
  readonly #members = new Set<string>();
  #line = 0;

  read(line: string): void {
    this.#line++;
    const [keyword, ...words] = line.split(/[ \t]+/).filter((word) => word !== '');
    if (keyword === undefined || keyword.startsWith('#')) return;
    switch (keyword) {
      case 'log':
        return this.#log(words);
      case 'witness':
        return this.#witness(words);
      case 'group':
        return this.#group(words);
      case 'quorum':
        return this.#quorum(words);
      default:
        this.fail(`${keyword} is no keyword`);
    }
  }

  fail(why: string): never {
    throw new MalformedPolicy(this.#line, why);
  }

  #log([vkey = '', url, ...more]: readonly string[]): void {
    if (more.length > 0) this.fail('a log has a key and an address');
    const verifier = this.#key(vkey);
    if (verifier.type !== signatureTypes.ed25519) this.fail('a log signs with an Ed25519 key');
    this.logs.push({ verifier, ...(url !== undefined && { url }) });
  }

  #witness([name = '', vkey = '', url, ...more]: readonly string[]): void {
    if (more.length > 0) this.fail('a witness has a name, a key and an address');
    this.#newName(name);
    const verifier = this.#key(vkey);
    if (verifier.type !== signatureTypes.cosignature) this.fail('a witness signs with a cosignature key');
    this.witnesses.push({ name, verifier, ...(url !== undefined && { url }) });
  }

  #group([name = '', wanted = '', ...members]: readonly string[]): void {
    this.#newName(name);
    for (const member of members) this.#member(member);
    const threshold = wanted === 'any' ? 1 : wanted === 'all' ? members.length : Number(wanted);
    const isCount = /^(?:any|all|[1-9]\d*)$/.test(wanted);
    if (!isCount || threshold < 1 || threshold > members.length)
      this.fail(`${wanted} of ${members.length} members cannot be asked for`);
    this.groups.push({ name, threshold, members });
  }

  #member(member: string): void {
    if (member === nobody) this.fail('none is never a member');
    if (!this.#isName(member)) this.fail(`${member} is not defined before`);
    if (this.#members.has(member)) this.fail(`${member} is a member already`);
    this.#members.add(member);
  }

  #quorum([name = '', ...more]: readonly string[]): void {
    if (this.quorum !== undefined || more.length > 0) this.fail('there is one quorum, with one name');
    if (name !== nobody && !this.#isName(name)) this.fail(`${name} is not defined before`);
    this.quorum = name;
  }

  #isName(name: string): boolean {
    return [...this.witnesses, ...this.groups].some((one) => one.name === name);
  }

  #newName(name: string): void {
    if (!isKeyName(name) || name === nobody) this.fail(`${JSON.stringify(name)} cannot be a name`);
    if (this.#isName(name)) this.fail(`${name} is defined already`);
  }

  #key(vkey: string): Verifier {
    try {
      const verifier = parseVerifier(vkey);
      const key = verifier.publicKey.toString('hex');
      if (this.#keys.has(key)) this.fail('the same key stands there twice');
      this.#keys.add(key);
      return verifier;
    } catch (error) {
      if (error instanceof MalformedPolicy) throw error;
      return this.fail((error as Error).message);
    }
  }
}

/** @throws MalformedPolicy naming the line */
export function parsePolicy(text: string): Policy {
  const reader = new PolicyReader();
  for (const line of text.split('\n')) reader.read(line);
  const { logs, witnesses, groups, quorum } = reader;
  return { logs, witnesses, groups, quorum: quorum ?? reader.fail('no line names the quorum') };
}

const place = (url: string | undefined): string => (url === undefined ? '' : ` ${url}`);

export const formatPolicy = ({ logs, witnesses, groups, quorum }: Policy): string =>
  [
    ...logs.map(({ verifier, url }) => `log ${verifier.vkey}${place(url)}`),
    ...witnesses.map(({ name, verifier, url }) => `witness ${name} ${verifier.vkey}${place(url)}`),
    ...groups.map(({ name, threshold, members }) => `group ${name} ${threshold} ${members.join(' ')}`),
    `quorum ${quorum}`,
    '',
  ].join('\n');

/** Whether the witnesses who cosigned are those whom the policy asks for. */
export function isSatisfied(policy: Policy, cosigned: ReadonlySet<string>): boolean {
  const holds = (name: string): boolean => {
    const group = policy.groups.find((one) => one.name === name);
    return group ? group.members.filter(holds).length >= group.threshold : cosigned.has(name);
  };
  return policy.quorum === nobody || holds(policy.quorum);
}
