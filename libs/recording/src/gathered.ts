import { body, challenge, instrument, meeting, motion } from '#governance';
import type { gathering } from '#governance';
import type { StreamWriter } from './stream-writer.ts';

type Load = (writer: StreamWriter, id: string) => Promise<gathering.Read<unknown>>;

const load: Readonly<Record<gathering.ReadCategory, Load>> = {
  body: (writer, id) => writer.load(body.decider, id),
  meeting: (writer, id) => writer.load(meeting.decider, id),
  motion: (writer, id) => writer.load(motion.decider, id),
  instrument: (writer, id) => writer.load(instrument.decider, id),
  challenge: (writer, id) => writer.load(challenge.decider, id),
};

/** Tells which motions were made in a meeting. */
export type FloorOf = (meetingId: string) => Promise<readonly string[]>;

const noFloor: FloorOf = (meetingId) => {
  throw new Error(`nobody was asked to know the floor of ${meetingId}`);
};

/** Facts gathered from the streams at their last durable revision, which events pin. */
export async function gathered<T>(
  facts: gathering.Gathering<T>,
  writer: StreamWriter,
  floorOf: FloorOf = noFloor,
): Promise<T> {
  for (let step = facts.next(); ;) {
    if (step.done) return step.value;
    const wanted = step.value;
    step = facts.next(
      'floorOf' in wanted ? await floorOf(wanted.floorOf) : await load[wanted.category](writer, wanted.id),
    );
  }
}
