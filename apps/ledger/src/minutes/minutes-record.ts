import { Inject, Injectable } from '@nestjs/common';
import { body, meeting, streamName } from '#governance';
import type { DomainEvent, motion, Recorded } from '#governance';
import type { MinutesSource } from '#minutes';
import { meetingBeforeWhich, minutesActedOnBy, motionsBefore } from '#projections';
import { eventsFrom, RehearsableWriter } from '#recording';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';

/** What minutes are made of, and how far each stream was read. */
export type ReadSource = Readonly<{
  source: MinutesSource;
  uptoRevision: number;
  streams: readonly meeting.StreamRead[];
}>;

/** Milliseconds. Only which motions a meeting had is asked of a read model; the rest is read from the streams. */
const patience = 10_000;

type Stream<E extends DomainEvent> = Readonly<{ name: string; events: readonly Recorded<E>[] }>;

const readOf = ({ name, events }: Stream<DomainEvent>): meeting.StreamRead => ({
  stream: name,
  revision: events.at(-1)?.revision ?? -1,
});

/** What a motion of this meeting did to the minutes of others. */
type Acts = Pick<MinutesSource, 'previousMinutes' | 'previousCorrections'>;

function actsOn(
  others: readonly Readonly<{ meetingId: string; state: meeting.MeetingState }>[],
  motionIds: readonly string[],
): Acts {
  const isOurs = (motionId: string): boolean => motionIds.includes(motionId);
  return {
    previousMinutes: others.flatMap(({ meetingId, state: { minutes, schedule } }) => {
      const { approved } = minutes;
      if (!approved || !isOurs(approved.motionId)) return [];
      const { motionId, asCorrected } = approved;
      return [{ meetingId, ...(schedule && { startsAt: schedule.startsAt }), motionId, asCorrected }];
    }),
    previousCorrections: others.flatMap(({ meetingId, state }) =>
      state.minutes.corrections
        .filter(({ authorityMotionId }) => isOurs(authorityMotionId))
        .map(({ authorityMotionId: motionId, before, after }) => ({ meetingId, motionId, before, after })),
    ),
  };
}

const stateOf = ({ events }: Stream<meeting.MeetingEvent>): meeting.MeetingState =>
  events.reduce(
    (state, { event, envelope }) => meeting.decider.evolve(state, event, envelope.occurredAt),
    meeting.decider.initialState,
  );

/** Reads the streams of which minutes are made. */
@Injectable()
export class MinutesRecord {
  constructor(
    @Inject(PORTS) private readonly ports: Ports,
    private readonly writer: RehearsableWriter,
  ) {}

  /** undefined for a meeting that was not scheduled. */
  async read(meetingId: string): Promise<ReadSource | undefined> {
    const own = await this.#stream<meeting.MeetingEvent>(meeting.decider.category, meetingId);
    const bodyId = stateOf(own).schedule?.bodyId;
    if (bodyId === undefined) return undefined;
    const { motionIds: known, otherIds } = await this.#index(meetingId);
    const motionIds = [...new Set([...known, ...(await this.#rehearsed(meetingId))])];
    const bodyStream = await this.#stream<body.BodyEvent>(body.decider.category, bodyId);
    const motions = await Promise.all(motionIds.map((id) => this.#stream<motion.MotionEvent>('motion', id)));
    const others = await Promise.all(
      otherIds.map((id) => this.#stream<meeting.MeetingEvent>(meeting.decider.category, id)),
    );
    const ids = new Map(motionIds.map((id, i) => [id, motions[i]?.events ?? []]));
    const acts = actsOn(
      otherIds.flatMap((id, i) => (others[i] ? [{ meetingId: id, state: stateOf(others[i]) }] : [])),
      motionIds,
    );
    return {
      source: { meetingId, bodyId, meeting: own.events, body: bodyStream.events, motions: ids, ...acts },
      uptoRevision: own.events.at(-1)?.revision ?? -1,
      streams: [bodyStream, ...motions, ...others].map(readOf),
    };
  }

  /** Waits until the read models know all that is recorded by now. */
  async #index(
    meetingId: string,
  ): Promise<Readonly<{ motionIds: readonly string[]; otherIds: readonly string[] }>> {
    const { store, progress, reader } = this.ports;
    await progress.whenReached(await store.head(), { timeoutMs: patience });
    return reader.read((reads) => {
      const motionIds = motionsBefore(reads, meetingId);
      const otherIds = [...new Set(motionIds.flatMap((id) => minutesActedOnBy(reads, id)))].filter(
        (id) => id !== meetingId,
      );
      return { motionIds, otherIds };
    });
  }

  /** Motions that only a rehearsal brought before the meeting. */
  async #rehearsed(meetingId: string): Promise<readonly string[]> {
    const motionIds = this.writer.rehearsedStreams.flatMap((stream) =>
      stream.startsWith('motion-') ? [stream.slice('motion-'.length)] : [],
    );
    const streams = await Promise.all(motionIds.map((id) => this.#stream<motion.MotionEvent>('motion', id)));
    return motionIds.filter((_id, i) =>
      streams[i]?.events.some(({ event }) => meetingBeforeWhich(event) === meetingId),
    );
  }

  async #stream<E extends DomainEvent>(category: string, id: string): Promise<Stream<E>> {
    const name = streamName(category, id);
    const events: Recorded<E>[] = [];
    for await (const recorded of eventsFrom(this.writer.streams, name, 0))
      events.push(recorded as Recorded<E>);
    return { name, events };
  }
}
