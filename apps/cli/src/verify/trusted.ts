import { readFile } from 'node:fs/promises';
import { MalformedKey, MalformedPolicy } from '#tlog';
import { trustKeys, trustPolicy } from '#verifier';
import type { LogSource, Trust } from '#verifier';
import { Failure } from '../failure.ts';
import type { SeenLog } from './auditor-state.ts';

/** Whom the auditor trusts, in whose words, and what is to be remembered of that. */
export type Trusted = Readonly<{ trust: Trust; because: string; pinned?: SeenLog['pinned'] }>;

export type TrustOptions = Readonly<{ key?: readonly string[]; policy?: string }>;

/** @throws Failure naming where the text came from */
function read(from: string, make: () => Trust): Trust {
  try {
    return make();
  } catch (error) {
    if (error instanceof MalformedKey || error instanceof MalformedPolicy)
      throw new Failure(`${from}: ${error.message}`, { cause: error });
    throw error;
  }
}

async function ownPolicy(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Failure(`the policy ${file} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

async function ownTrust({ key = [], policy }: TrustOptions): Promise<Trusted | undefined> {
  if (policy !== undefined) {
    const text = await ownPolicy(policy);
    const ofPolicy = read(policy, () => trustPolicy(text));
    const more = read('--key', () => trustKeys(key));
    const trust = { ...ofPolicy, logKeys: [...ofPolicy.logKeys, ...more.logKeys] };
    return { trust, because: `by your policy ${policy}` };
  }
  if (key.length === 0) return undefined;
  return { trust: read('--key', () => trustKeys(key)), because: 'by the key that you gave' };
}

const pinnedTrust = ({ keys, policy }: NonNullable<SeenLog['pinned']>): Trust =>
  policy === undefined ? trustKeys(keys) : { ...trustPolicy(policy), logKeys: trustKeys(keys).logKeys };

const linesOf = (text: Buffer): readonly string[] =>
  text
    .toString()
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

/** Trust on first use: what the log says of itself, and what that is worth. */
async function firstUse(source: LogSource): Promise<Trusted> {
  const [keys, policy] = [await source.read('keys'), (await source.read('policy'))?.toString()];
  const ofPolicy =
    policy === undefined ? undefined : read(`${source.name}/policy`, () => trustPolicy(policy));
  const vkeys = keys ? linesOf(keys) : ofPolicy?.logKeys.map(({ vkey }) => vkey);
  if (!vkeys || vkeys.length === 0)
    throw new Failure(
      `${source.name} publishes no key: give the key of the log with --key, or a policy with --policy`,
    );
  const pinned = { keys: vkeys, ...(policy !== undefined && { policy }), at: new Date().toISOString() };
  return {
    trust: read(`${source.name}/keys`, () => pinnedTrust(pinned)),
    because:
      'because you see this log for the first time and named no key: it is remembered from now on, but nobody ' +
      'has vouched for it yet. Compare it with the key that the body publishes elsewhere, or give that with --key',
    pinned,
  };
}

/**
 * The auditor's own choice, else what was trusted when the log was seen first, else what the log says of itself.
 *
 * @throws Failure
 */
export async function trusted(source: LogSource, seen: SeenLog, options: TrustOptions): Promise<Trusted> {
  const own = await ownTrust(options);
  if (own) return own;
  const { pinned } = seen;
  if (!pinned) return firstUse(source);
  const because = `because it was the key when you first saw this log, on ${pinned.at.slice(0, 10)}`;
  return { trust: read('the remembered key', () => pinnedTrust(pinned)), because };
}
