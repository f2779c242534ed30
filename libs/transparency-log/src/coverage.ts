import type { EventStore } from '#event-store';
import { parseNote, parsePolicy, parseSignature } from '#tlog';
import type { NoteSignature, Policy, Verifier } from '#tlog';
import { RecordStream } from './record-stream.ts';
import { checkpointRecord, checkpointsStream } from './records.ts';
import type { CheckpointRecord, Stored } from './records.ts';

export type WitnessTime = Readonly<{ witness: string; at: string }>;

/** Which checkpoint was the first to cover an entry, and since when witnesses vouch that it is there. */
export type EntryCoverage = Readonly<{
  index: number;
  checkpoint: Readonly<{ size: number; publishedAt: string }>;
  /** Of each witness of the policy, the first that covers the entry, by the witness's own clock. */
  cosignatures: readonly WitnessTime[];
  /** All witnesses of the policy have countersigned, the last of them then. */
  countersigned?: Readonly<{ by: readonly string[]; at: string }>;
}>;

/** What a witness says of one entry: that it saw so large a tree at that time, by its own clock. */
export type Vouching = WitnessTime & Readonly<{ vkey: string; size: number }>;

/** What witnesses say of one entry: the first sight of a tree that holds it, the last of one that does not. */
export type EntryEvidence = Readonly<{ held?: Vouching; missing?: Vouching }>;

/** Trees that grow, and when each was vouched for first and last: milliseconds since 1970. */
type Steps = Readonly<{ sizes: number[]; times: number[]; last: number[] }>;
type Step = Readonly<{ size: number; time: number }>;

const noSteps = (): Steps => ({ sizes: [], times: [], last: [] });

function step({ sizes, times, last }: Steps, size: number, time: number): void {
  const largest = sizes.at(-1) ?? 0;
  if (size === largest) last[last.length - 1] = Math.max(last.at(-1) ?? 0, time);
  if (size <= largest) return;
  sizes.push(size);
  times.push(time);
  last.push(time);
}

/** How many of some rising numbers are no larger than another. */
function countUpTo(numbers: readonly number[], most: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((numbers[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

function stepAt(sizes: readonly number[], times: readonly number[], n: number): Step | undefined {
  const [size, time] = [sizes[n], times[n]];
  return size === undefined || time === undefined ? undefined : { size, time };
}

/** The first step that covers an entry. */
const covering = (steps: Steps, index: number): Step | undefined =>
  stepAt(steps.sizes, steps.times, countUpTo(steps.sizes, index));

/** The last step that does not. */
const lacking = (steps: Steps, index: number): Step | undefined =>
  stepAt(steps.sizes, steps.last, countUpTo(steps.sizes, index) - 1);

const keyOf = ({ name, keyId }: Pick<NoteSignature, 'name' | 'keyId'>): string =>
  `${name}+${keyId.toString('hex')}`;

/** Of a cosignature: its first eight bytes, seconds since 1970 (C2SP tlog-cosignature). */
const timeOf = ({ signature }: NoteSignature): number => Number(signature.readBigUInt64BE()) * 1000;

const isoOf = (time: number): string => new Date(time).toISOString();

/** Bytes of a cosignature: time and signature. */
const cosignatureSize = 72;

/** What all checkpoints together say of single entries. Two numbers a checkpoint and witness. */
export class Coverage {
  readonly #published = noSteps();
  readonly #cosigned = new Map<string, Steps>();

  take(record: Stored<CheckpointRecord>): void {
    switch (record.type) {
      case 'CheckpointReserved':
        return;
      case 'CheckpointPublished':
        step(this.#published, record.size, Date.parse(record.recordedAt));
        return this.#cosign(record.size, parseNote(record.note).signatures);
      case 'CheckpointCosigned':
        return this.#cosign(
          record.size,
          record.signatures.map((line) => parseSignature(line.trimEnd())),
        );
    }
  }

  /** undefined before a checkpoint covers the entry. */
  of(index: number, { witnesses }: Pick<Policy, 'witnesses'>): EntryCoverage | undefined {
    const published = covering(this.#published, index);
    if (!published) return undefined;
    const times = witnesses.flatMap(({ name, verifier }) => {
      const first = covering(this.#cosigned.get(keyOf(verifier)) ?? noSteps(), index);
      return first ? [{ name, time: first.time }] : [];
    });
    const isAll = witnesses.length > 0 && times.length === witnesses.length;
    const last = Math.max(...times.map(({ time }) => time));
    return {
      index,
      checkpoint: { size: published.size, publishedAt: isoOf(published.time) },
      cosignatures: times.map(({ name, time }) => ({ witness: name, at: isoOf(time) })),
      ...(isAll && { countersigned: { by: times.map(({ name }) => name), at: isoOf(last) } }),
    };
  }

  /** What these witnesses say of an entry, of which the cosignatures of all checkpoints are the evidence. */
  evidenceOf(index: number, witnesses: Policy['witnesses']): EntryEvidence {
    const said = (find: typeof covering): readonly Vouching[] =>
      witnesses
        .flatMap(({ name, verifier }) => {
          const found = find(this.#cosigned.get(keyOf(verifier)) ?? noSteps(), index);
          const { vkey } = verifier;
          return found ? [{ witness: name, vkey, size: found.size, at: isoOf(found.time) }] : [];
        })
        .toSorted((a, b) => (a.at < b.at ? -1 : 1));
    const [held, missing] = [said(covering)[0], said(lacking).at(-1)];
    return { ...(held && { held }), ...(missing && { missing }) };
  }

  /** The first checkpoint published after a time that a witness has not cosigned, nor any larger one. */
  uncosigned(verifier: Verifier, since: string): EntryCoverage['checkpoint'] | undefined {
    const { sizes, times } = this.#published;
    const cosigned = this.#cosigned.get(keyOf(verifier))?.sizes.at(-1) ?? 0;
    const n = Math.max(countUpTo(sizes, cosigned), countUpTo(times, Date.parse(since)));
    const found = stepAt(sizes, times, n);
    return found && { size: found.size, publishedAt: isoOf(found.time) };
  }

  /** The first checkpoint of at least that size that a witness has cosigned. */
  cosigned(verifier: Verifier, size: number): Readonly<{ size: number; at: string }> | undefined {
    const found = covering(this.#cosigned.get(keyOf(verifier)) ?? noSteps(), size - 1);
    return found && { size: found.size, at: isoOf(found.time) };
  }

  #cosign(size: number, signatures: readonly NoteSignature[]): void {
    for (const signature of signatures) {
      if (signature.signature.length !== cosignatureSize) continue;
      const key = keyOf(signature);
      const steps = this.#cosigned.get(key) ?? noSteps();
      this.#cosigned.set(key, steps);
      step(steps, size, timeOf(signature));
    }
  }
}

export type CoverageStream = RecordStream<CheckpointRecord, Coverage>;

/** Reads every checkpoint there is; `refresh` or `take` goes on from there. */
export async function openCoverage(store: EventStore): Promise<CoverageStream> {
  const stream = new RecordStream<CheckpointRecord, Coverage>({
    store,
    name: checkpointsStream,
    decode: checkpointRecord,
    initial: new Coverage(),
    evolve: (coverage, record) => (coverage.take(record), coverage),
  });
  await stream.refresh();
  return stream;
}

/** The witnesses as the log declares them. */
export const declaredWitnesses = ({ witnesses }: Readonly<{ witnesses: string }>): Policy =>
  parsePolicy(witnesses);
