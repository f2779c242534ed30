/** What one comparison came to. */
export type Measured = Readonly<{
  name: string;
  /** Our rate by the bare one's: the median over the alternating rounds of one run. */
  ratio: number;
  target: number;
  /** The two rates, latencies, memory: whatever the ratio does not tell. */
  detail: string;
}>;

/** A benchmark sets up what it needs, measures, and takes everything away again. */
export type Bench = () => Promise<readonly Measured[]>;

/** Answers operations per second. */
export type Round = () => Promise<number>;

/** Whether to find out only that everything runs (`MINUTEBOOK_BENCH=quick`): the figures then say nothing. */
export const quick = process.env.MINUTEBOOK_BENCH === 'quick';

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** Operations per second of something that is done `operations` times. */
export async function rate(operations: number, run: () => unknown): Promise<number> {
  const startedAt = performance.now();
  await run();
  return (operations * 1000) / (performance.now() - startedAt);
}

/**
 * Both in turn, so that what the machine does meanwhile touches both alike. A first round of each warms up and
 * is not counted.
 */
export async function alternate(
  rounds: number,
  ours: Round,
  bare: Round,
): Promise<Readonly<{ ours: number; bare: number; ratio: number }>> {
  const figures: { ours: number[]; bare: number[]; ratios: number[] } = { ours: [], bare: [], ratios: [] };
  for (let round = 0; round <= (quick ? 1 : rounds); round++) {
    const [one, other] = [await ours(), await bare()];
    if (round === 0) continue;
    figures.ours.push(one);
    figures.bare.push(other);
    figures.ratios.push(one / other);
  }
  // Of neighbours in time: what else the machine does changes from round to round.
  return { ours: median(figures.ours), bare: median(figures.bare), ratio: median(figures.ratios) };
}

export const perSecond = (operations: number): string =>
  `${Math.round(operations).toLocaleString('en-US')}/s`;
