import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Failure } from '../failure.ts';
import { planOf } from './plan.ts';
import type { Plan, StartOptions } from './plan.ts';
import { answers, startService } from './service.ts';
import type { Service } from './service.ts';
import { welcomeText } from './welcome.ts';

type Services = Readonly<{ ledger: Service; feed: Service }>;

/** Milliseconds for what follows a record by itself, the read models and the public's view: a moment, and at most: */
const followingLimit = 10_000;

const untilAskedToStop = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });

async function failsWithOneOf({ ledger, feed }: Services): Promise<never> {
  const name = await Promise.race([ledger.ended.then(() => 'ledger'), feed.ended.then(() => 'feed')]);
  throw new Failure(`the ${name} ended; its messages are above`);
}

async function untilAnswers(url: string): Promise<void> {
  const deadline = Date.now() + followingLimit;
  while (!(await answers(url)) && Date.now() < deadline) await wait(20);
}

/** From started processes to the welcome. */
async function greet(plan: Plan, { ledger, feed }: Services, newKey: string | undefined, empty: boolean) {
  await Promise.all([ledger.ready(), feed.ready()]);
  const example = `${feed.url}/decisions/example-motion:example-vote`;
  if (newKey !== undefined) {
    const { completeFirstStart, recordReferenceHistory } = await import('./first-start.ts');
    if (!empty) await recordReferenceHistory(plan.folder, ledger.url);
    await completeFirstStart(plan);
    if (!empty) await untilAnswers(example);
  }
  await untilAnswers(`${ledger.url}/health/ready`);
  const { secretaryKey } = plan.folder;
  console.log(
    welcomeText({
      ledger: ledger.url,
      feed: feed.url,
      ...(existsSync(secretaryKey) && { keyFile: secretaryKey }),
      ...(newKey !== undefined && { newKey }),
      hasExample: await answers(example),
    }),
  );
}

async function isNew(plan: Plan): Promise<boolean> {
  const { config, folder } = plan;
  if (existsSync(folder.firstStartKey)) return true;
  // What asks a database is loaded where there is one.
  if (config.store === 'sqlite') return !existsSync(folder.ledgerStore);
  return !(await (await import('../ledger-store.ts')).hasLedger(plan));
}

async function firstKey(plan: Plan): Promise<string | undefined> {
  return (await isNew(plan)) ? (await import('./first-start.ts')).issueFirstKeys(plan) : undefined;
}

/**
 * `minutebook start`: ledger and feed as two processes until a signal comes. If one of them ends, so does the
 * other.
 *
 * @throws Failure, ConfigError
 */
export async function startCommand({ empty = false, ...options }: StartOptions): Promise<void> {
  const stop = untilAskedToStop();
  const plan = await planOf(options);
  const newKey = await firstKey(plan);
  const services = { ledger: startService(plan.ledger), feed: startService(plan.feed) };
  const greeting = greet(plan, services, newKey, empty);
  try {
    await Promise.race([stop, failsWithOneOf(services), greeting.then(() => stop)]);
  } finally {
    await Promise.all([services.ledger.stop(), services.feed.stop()]);
  }
}
