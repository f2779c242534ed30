import { readFileSync } from 'node:fs';
import { referenceFile } from '../checkout.ts';
import { readHistory } from '../import/history.ts';
import type { Entry, History } from '../import/history.ts';
import { histories } from '../start/first-start.ts';

export type Cited = Readonly<{ sourceId: string; locator: string; factId?: string; confidence: string }>;
type Place = Readonly<{ sourceId: string; lines: string }>;

/** The list of what the reference history rests on. */
export const { sources, facts, notRecorded } = JSON.parse(
  readFileSync(referenceFile('sources.json'), 'utf8'),
) as Readonly<{
  sources: readonly Readonly<{ sourceId: string; file: string; lines: number }>[];
  facts: Readonly<Record<string, Place>>;
  notRecorded: readonly (Place & Readonly<{ reason: string }>)[];
}>;

/** The files of the history, in the order in which the first start records them; without the example. */
export const readRecord = (): Promise<readonly History[]> =>
  Promise.all(
    histories.filter((name) => !name.startsWith('example')).map((name) => readHistory(referenceFile(name))),
  );

export const citedBy = ({ body }: Entry): readonly Cited[] => (body.sources ?? []) as readonly Cited[];

/** The id in the target: of the body, the claim, … */
export const idOf = ({ target }: Entry): string => target.split('/')[1] ?? '';

/** How often each value occurs. */
export const tallied = (values: readonly unknown[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[String(value)] = (counts[String(value)] ?? 0) + 1;
  return counts;
};
