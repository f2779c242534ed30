import type { EventStore } from '#event-store';
import { readEntries } from '#public-record';
import { formatProof, inclusionProof, parsePolicy } from '#tlog';
import type { Policy, ReadSubtree } from '#tlog';
import type { Coverage, EntryEvidence } from './coverage.ts';
import { checkpointOf } from './log-reader.ts';
import type { LogState } from './log-state.ts';

/** An entry, what witnesses say of it, and the proof of both in one text that needs no network (C2SP tlog-proof). */
export type ProvenEntry = EntryEvidence &
  Readonly<{
    index: number;
    /** The bytes that the log holds, as text. */
    entry: string;
    /** By the checkpoint that was cosigned first; without witnesses, by the first that covers the entry. */
    proof?: string;
    /** Of the tree that the proof is of. */
    size?: number;
    /** The checkpoint of `missing`: cosigned while the entry was not there. */
    missingCheckpoint?: string;
  }>;

export type ProvingLog = Readonly<{
  store: EventStore;
  coverage: Coverage;
  state: LogState;
  /** Of the tree as it was at a size. */
  subtrees: (size: number) => ReadSubtree;
}>;

/** Every witness that the log ever asked, each key once, by its latest name. */
export function everyWitness({ formerWitnesses }: Pick<LogState, 'formerWitnesses'>): Policy['witnesses'] {
  const all = formerWitnesses.flatMap((policy) => parsePolicy(policy).witnesses);
  return [...new Map(all.map((one) => [one.verifier.vkey, one])).values()];
}

async function missingIn(store: EventStore, { missing }: EntryEvidence) {
  const checkpoint = missing && (await checkpointOf(store, missing.size, 'last'));
  return checkpoint && { missingCheckpoint: checkpoint.note };
}

async function heldIn({ store, coverage, subtrees }: ProvingLog, index: number, { held }: EntryEvidence) {
  const size = held?.size ?? coverage.of(index, { witnesses: [] })?.checkpoint.size;
  const checkpoint = size === undefined ? undefined : await checkpointOf(store, size);
  if (size === undefined || !checkpoint) return undefined;
  const hashes = await inclusionProof(index, size, subtrees(size));
  return { size, proof: formatProof({ index, hashes, checkpoint: checkpoint.note }) };
}

/** undefined where the record has no such entry. */
export async function proveEntry(log: ProvingLog, index: number): Promise<ProvenEntry | undefined> {
  const { store, coverage, state } = log;
  const [found] = await readEntries(store, index, 1);
  if (!found) return undefined;
  const evidence = coverage.evidenceOf(index, everyWitness(state));
  return {
    index,
    entry: found.text,
    ...evidence,
    ...(await heldIn(log, index, evidence)),
    ...(await missingIn(store, evidence)),
  };
}
