import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MalformedKey, parseCheckpoint, parseNote, parseVerifier, signatureTypes } from '#tlog';
import type { Signer, Verifier } from '#tlog';
import { addKey, readKeyFile, UnusableKeyFile } from '#transparency-log';
import { openLog, Unreachable } from '#verifier';
import type { LogSource } from '#verifier';
import { SignedTrees, Witness } from '#witness';
import { Failure } from '../failure.ts';
import { FollowedLog } from './followed-log.ts';
import { listen, witnessServer } from './server.ts';

export type WitnessOptions = Readonly<{
  name?: string;
  key?: readonly string[];
  data: string;
  host: string;
  port: string;
  interval: string;
}>;

/** @throws Failure */
function vkeysOf(texts: readonly string[], from: string): readonly Verifier[] {
  try {
    return texts.map(parseVerifier);
  } catch (error) {
    if (error instanceof MalformedKey) throw new Failure(`${from}: ${error.message}`, { cause: error });
    throw error;
  }
}

const keysIn = (text: string): readonly string[] =>
  text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));

/** Given, or remembered, or what the log says when it is first seen. @throws Failure */
async function logKeysOf(
  source: LogSource,
  file: string,
  given: readonly string[],
): Promise<readonly Verifier[]> {
  const remembered = existsSync(file) ? keysIn(readFileSync(file, 'utf8')) : [];
  const first =
    given.length + remembered.length > 0 ? [] : keysIn((await source.read('keys'))?.toString() ?? '');
  const all = [...new Set([...remembered, ...given, ...first])];
  const verifiers = vkeysOf(all, given.length > 0 ? '--key' : file);
  if (all.length === 0)
    throw new Failure(`${source.name} publishes no key yet: start it, or give the key of the log with --key`);
  if (first.length > 0)
    console.error(
      `The key of the log is trusted because you see it for the first time. Compare it with the one that the body publishes elsewhere:\n  ${first.join('\n  ')}`,
    );
  writeFileSync(file, `${all.join('\n')}\n`, { mode: 0o600 });
  return verifiers;
}

/** The witness's own key, made at the first start. @throws Failure */
function signerOf(file: string, name: string | undefined): Signer {
  try {
    if (!existsSync(file)) {
      if (name === undefined)
        throw new Failure(
          'a new witness needs a --name: the address under which people know it, without a scheme',
        );
      addKey(file, name, signatureTypes.cosignature);
    }
    const signer = readKeyFile(file).at(-1);
    if (!signer) throw new Failure(`${file} has no key`);
    if (name !== undefined && signer.verifier.name !== name)
      throw new Failure(
        `this witness is called ${signer.verifier.name}: another name is another witness, with other data`,
      );
    return signer;
  } catch (error) {
    if (error instanceof UnusableKeyFile) throw new Failure(error.message, { cause: error });
    throw error;
  }
}

async function opened(feed: string): Promise<Readonly<{ source: LogSource; origin: string }>> {
  try {
    const source = await openLog(feed);
    const note = (await source.read('checkpoint'))?.toString() ?? '';
    return { source, origin: parseCheckpoint(parseNote(note).text).origin };
  } catch (error) {
    if (error instanceof Unreachable) throw new Failure(error.message, { cause: error });
    throw error;
  }
}

/** What its operator should know of a refusal, and what to do about it. */
function refusalOf(status: number, reason: string): string {
  const told = `not cosigned (${status}): ${reason}`;
  if (status === 409)
    return `TWO VIEWS OF THE LOG. ${told}. Somebody signs different records with its key: keep both checkpoints, and ask.`;
  return status === 403 ? `${told}. A new key of the log is trusted when it is given with --key.` : told;
}

const untilAskedToStop = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });

/** `minutebook witness FEED`: runs until a signal comes. @throws Failure */
export async function witnessCommand(feed: string, options: WitnessOptions): Promise<void> {
  const { data, name, key = [], host, port, interval } = options;
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const { source, origin } = await opened(feed);
  const logKeys = await logKeysOf(source, join(data, 'log-keys'), key);
  if (!logKeys.every((one) => one.name === origin))
    throw new Failure(
      `the log at ${feed} is called ${origin}; this witness follows ${logKeys[0]?.name ?? ''}`,
    );
  const signer = signerOf(join(data, 'witness.key'), name);
  const trees = new SignedTrees(join(data, 'signed.sqlite'));
  const log = new FollowedLog({
    source,
    logKeys,
    memory: join(data, 'verified.sqlite'),
    interval: Number(interval),
    onTrouble: (what) => console.error(`not verified: ${what}`),
    onVerified: (size) => console.error(`verified: ${size} entries`),
  });
  const witness = new Witness({
    signer,
    origin,
    trees,
    logKeys: () => logKeys,
    accept: (note, size) => log.accept(note, size),
    onRefusal: (status, reason) => console.error(refusalOf(status, reason)),
  });
  const server = witnessServer(witness, origin, (error) => console.error(error));
  const stopped = untilAskedToStop();
  const url = `http://${host}:${await listen(server, host, Number(port))}`;
  console.log(
    `Witness of ${origin}, at ${url}. Its key, for whoever appoints it:\n  ${signer.verifier.vkey}`,
  );
  const stop = new AbortController();
  const following = log.follow(stop.signal);
  await Promise.race([stopped, following]);
  stop.abort();
  server.close();
  server.closeAllConnections();
  await following;
  await log.close();
  trees.close();
}
