import { ConfigError } from '../config/config.ts';

/** These say all in a sentence; by name, as a store that nobody configured is not loaded. */
const sentences = ['StoreUnavailable', 'UnusableDatabase', 'OtherSharedPlace'];

/** An error whose message tells a person what is wrong and what to do: where it arose helps nobody. */
export class Told extends Error {}

function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.problems.join('\n');
  if (error instanceof Told) return `minutebook: ${error.message}`;
  if (error instanceof Error && sentences.includes(error.name)) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Runs a program. What keeps it from starting, or from its end, is told on standard error, and the process ends with exit code 1. */
export async function runService(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  }
}
