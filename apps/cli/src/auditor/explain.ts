import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tally } from '#governance';
import { getDecision, publicReadModels, ReadModelReader, rebuild, sentencesOf } from '#projections';
import type { DecisionDocument, EventSource, Sourced } from '#projections';
import { positionOf, recordedOf } from '#public-record';
import { entryAt, openLog, placesOf, sizeOf } from '#verifier';
import type { LogSource } from '#verifier';
import { Failure } from '../failure.ts';
import { checkpointIn, countersignedCheckpoint, countersigningLines } from './countersigned.ts';
import type { CountersignedCheckpoint } from './countersigned.ts';
import { orCannotTell } from '../verify/command.ts';

export type ExplainOptions = Readonly<{ json?: boolean }>;

/** The entries of a log as read models take them: at a commitment, only the position moves on. */
async function* batchesOf(
  source: LogSource,
  after: number,
  batchSize: number,
): AsyncGenerator<readonly Sourced[]> {
  let batch: Sourced[] = [];
  for await (const place of placesOf(source, after)) {
    const entry = entryAt(place, source);
    const position = positionOf(place.index);
    batch.push(entry.kind === 'event' ? { position, recorded: recordedOf(entry, position) } : { position });
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

const eventsOf = (source: LogSource): EventSource => ({
  head: () => sizeOf(source),
  batches: (after, { batchSize = 500 }) => batchesOf(source, after, batchSize),
});

type Explained = Readonly<{ decision: DecisionDocument; countersigning?: CountersignedCheckpoint }>;

/** The decision as every reader of this record must have it: made from the entries, and thrown away. */
async function decisionIn(source: LogSource, decisionId: string): Promise<Explained | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'minutebook-explain-'));
  try {
    const place = { folder, models: publicReadModels };
    await rebuild({ ...place, source: eventsOf(source) });
    const reader = ReadModelReader.open(place);
    const checkpoint = await checkpointIn(source);
    const explained = reader.read((reads) => {
      const decision = getDecision(reads, decisionId);
      const countersigning = decision && countersignedCheckpoint(reads, decision, checkpoint);
      return decision && { decision, ...(countersigning && { countersigning }) };
    });
    reader.close();
    return explained;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function linesOf({ decision, countersigning }: Explained): readonly string[] {
  const { title, outcome, rule, original, voidedAs } = decision;
  const first =
    original?.tally && rule
      ? ['', `As first recorded, ${original.outcome}:`, ...tally.explain(original.tally, rule)]
      : [];
  const sentences = sentencesOf(decision) ?? ['The record lacks the rule, so nothing can be explained.'];
  const voided = voidedAs ? [`It is void since: ${JSON.stringify(voidedAs)}`] : [];
  const countersigned = countersigning ? countersigningLines(countersigning, decision) : [];
  return [
    `${title ?? decision.decisionId}: ${outcome}.`,
    ...sentences,
    ...first,
    ...voided,
    ...countersigned,
  ];
}

/** `minutebook explain DECISION PLACE` */
export const explainCommand = (decisionId: string, place: string, { json }: ExplainOptions): Promise<void> =>
  orCannotTell(async () => {
    const explained = await decisionIn(await openLog(place), decisionId);
    if (!explained)
      throw new Failure(
        `${place} has no closed decision ${decisionId}: it is named by motion and vote, as a:b`,
      );
    const { decision, countersigning } = explained;
    const document = { ...decision, ...(countersigning && { countersigning }) };
    console.log(json ? JSON.stringify(document, undefined, 2) : linesOf(explained).join('\n'));
    return 'verified';
  });
