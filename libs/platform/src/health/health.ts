import { Problem } from '../problems/index.ts';

/** One thing on which answers depend. */
export type Part = Readonly<{
  /** What keeps it from being ready, as a sentence; absent where nothing does. */
  trouble?: string;
  /** What is known of it: numbers for whoever watches. */
  state?: Readonly<Record<string, unknown>>;
}>;

/** A part as it is told. */
export type PartState = Readonly<{ ready: boolean; trouble?: string } & Record<string, unknown>>;

export type Checks = Readonly<Record<string, () => Part | Promise<Part>>>;

/** Milliseconds in which a part must say how it is: whoever balances processes does not wait long either. */
const patience = 2_000;

const retryAfter = { 'retry-after': '1' };

async function inTime(check: () => Part | Promise<Part>, limit: number): Promise<Part> {
  const late = Promise.withResolvers<Part>();
  const timer = setTimeout(() => late.resolve({ trouble: `It did not answer within ${limit} ms.` }), limit);
  try {
    return await Promise.race([check(), late.promise]);
  } catch (error) {
    return { trouble: `It cannot be asked: ${error instanceof Error ? error.message : String(error)}` };
  } finally {
    clearTimeout(timer);
  }
}

const stateOf = ({ trouble, state }: Part): PartState => ({
  ready: trouble === undefined,
  ...state,
  ...(trouble !== undefined && { trouble }),
});

/** Whether this process should be asked anything, and if not, which part of it and why. */
export class Health {
  readonly #checks: Checks;
  readonly #limit: number;
  #draining = false;

  constructor(checks: Checks, limit = patience) {
    this.#checks = checks;
    this.#limit = limit;
  }

  /** From now on it is not ready: whoever balances processes sends nobody here any more. */
  drain(): void {
    this.#draining = true;
  }

  /** How all parts are. */
  async parts(): Promise<Readonly<Record<string, PartState>>> {
    const asked = Object.entries(this.#checks).map(
      async ([name, check]) => [name, stateOf(await inTime(check, this.#limit))] as const,
    );
    return Object.fromEntries(await Promise.all(asked));
  }

  /**
   * All parts, each ready.
   *
   * @throws Problem `UNAVAILABLE` naming the parts that are not, while anything is not ready
   */
  async ready(): Promise<Readonly<Record<string, PartState>>> {
    const parts = await this.parts();
    const troubles = Object.entries(parts).flatMap(([name, { trouble }]) =>
      trouble === undefined ? [] : `${name}: ${trouble}`,
    );
    if (this.#draining) troubles.unshift('This process was asked to stop: it finishes what is under way.');
    if (troubles.length === 0) return parts;
    const detail = `${troubles.join(' ')} Send the request again after Retry-After seconds.`;
    throw new Problem('UNAVAILABLE', { detail, inputs: { parts }, headers: retryAfter });
  }
}
