import { motion, parseWhen } from '#governance';
import type { Recorded, When } from '#governance';
import { positionOf, recordedOf } from '#public-record';
import type { LogSource } from '../log/source.ts';
import { entryAt, placesOf } from './places.ts';

/** What of a record is told. */
export type HistoryFilter = Readonly<{
  /** Of this body: its own stream, and those of meetings, motions and whatever else names it when it begins. */
  bodyId?: string;
  /** What had happened by then, certainly or possibly. */
  asOf?: When;
  /** What the record held by then: an instant. */
  knownAt?: string;
  /** Up to this entry. */
  to?: number;
}>;

/** One step: an event at its place, and of a motion, where the event leaves it. */
export type Step = Readonly<{ index: number; recorded: Recorded; status?: motion.MotionStatus }>;

/** Times without a zone of their own are read in UTC. */
export const timeOf = (literal: string): When | undefined => parseWhen(literal, 'UTC');

/** Streams of a body, as far as they have begun. */
class StreamsOfBody {
  readonly #bodyId: string;
  readonly #streams = new Set<string>();

  constructor(bodyId: string) {
    this.#bodyId = bodyId;
    this.#streams.add(`body-${bodyId}`);
  }

  has({ stream, event, revision }: Recorded): boolean {
    if (revision === 0 && 'bodyId' in event && event.bodyId === this.#bodyId) this.#streams.add(stream);
    return this.#streams.has(stream);
  }
}

const isIn = ({ recordedAt, envelope }: Recorded, { asOf, knownAt }: HistoryFilter): boolean =>
  (knownAt === undefined || recordedAt <= knownAt) &&
  (asOf === undefined || envelope.occurredAt.earliest <= asOf.latest);

/**
 * The public events of a record, step by step, in the order in which they were recorded.
 *
 * @throws Unreachable
 */
export async function* historyOf(source: LogSource, filter: HistoryFilter = {}): AsyncGenerator<Step> {
  const ofBody = filter.bodyId === undefined ? undefined : new StreamsOfBody(filter.bodyId);
  const motions = new Map<string, motion.MotionState>();
  for await (const place of placesOf(source)) {
    const { index } = place;
    if (filter.to !== undefined && index > filter.to) return;
    const entry = entryAt(place, source);
    if (entry.kind !== 'event') continue;
    const recorded = recordedOf(entry, positionOf(index));
    if ((ofBody && !ofBody.has(recorded)) || !isIn(recorded, filter)) continue;
    if (recorded.category !== 'motion') {
      yield { index, recorded };
      continue;
    }
    const before = motions.get(recorded.stream) ?? motion.decider.initialState;
    const state = motion.decider.evolve(
      before,
      recorded.event as motion.MotionEvent,
      recorded.envelope.occurredAt,
    );
    motions.set(recorded.stream, state);
    yield { index, recorded, status: state.status };
  }
}
