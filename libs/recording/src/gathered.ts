import {
  application,
  body,
  challenge,
  claim,
  cohort,
  instrument,
  meeting,
  motion,
  organization,
  person,
  school,
  source,
} from '#governance';
import type { gathering } from '#governance';
import type { Evolving } from './state-cache.ts';
import type { StreamWriter } from './stream-writer.ts';

const concepts = {
  application,
  body,
  challenge,
  claim,
  cohort,
  instrument,
  meeting,
  motion,
  organization,
  person,
  school,
  source,
};

const deciderOf = (category: gathering.ReadCategory): Evolving<unknown, never> =>
  concepts[category].decider as Evolving<unknown, never>;

/** What stands in no stream, or is asked of all of them. */
export type Others = Readonly<{
  /** Which motions were made in a meeting. */
  floorOf?: (meetingId: string) => Promise<readonly string[]>;
  /** Whether an event is on record. */
  isRecorded?: (event: gathering.EventRef) => Promise<boolean>;
  blobs?: Readonly<{
    has: (sha256: string) => Promise<boolean>;
    get: (sha256: string) => Promise<Readonly<{ bytes: Buffer }> | undefined>;
  }>;
}>;

const nobody = (wanted: gathering.Wanted): never => {
  throw new Error(`nobody was asked for ${JSON.stringify(wanted)}`);
};

async function answer(wanted: gathering.Wanted, writer: StreamWriter, others: Others): Promise<unknown> {
  const { floorOf, isRecorded, blobs } = others;
  if ('category' in wanted) return writer.load(deciderOf(wanted.category), wanted.id);
  if ('floorOf' in wanted) return (floorOf ?? nobody(wanted))(wanted.floorOf);
  if ('event' in wanted) return (isRecorded ?? nobody(wanted))(wanted.event);
  if ('blob' in wanted) return (blobs ?? nobody(wanted)).has(wanted.blob);
  return (await (blobs ?? nobody(wanted)).get(wanted.text))?.bytes.toString('utf8');
}

/** Facts gathered from the streams at their last durable revision, which events pin. */
export async function gathered<T>(
  facts: gathering.Gathering<T>,
  writer: StreamWriter,
  others: Others = {},
): Promise<T> {
  for (let step = facts.next(); ;) {
    if (step.done) return step.value;
    step = facts.next(await answer(step.value, writer, others));
  }
}
