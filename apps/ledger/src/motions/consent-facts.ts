import { motion } from '#governance';
import type { meeting } from '#governance';
import type { StreamWriter } from '#recording';

type Asked = Readonly<{
  /** Of the command. */
  motionId: string;
  reads: motion.StreamsRead;
  attendance: meeting.Attendance | undefined;
}>;

/** What a consent calendar and its motions read of each other's streams. */
export async function consentFacts(
  writer: StreamWriter,
  { motionId, reads, attendance }: Asked,
): Promise<Pick<motion.Facts, 'consentMotions' | 'calendar'>> {
  const { calendarMotionId, consentMotions } = reads;
  if (calendarMotionId !== undefined) {
    const { state, revision } = await writer.load(motion.decider, calendarMotionId);
    return { calendar: motion.adoptedByCalendar(state, revision, motionId) };
  }
  if (!consentMotions) return {};
  const motions = new Map<string, motion.ConsentMotion>();
  for (const id of attendance?.consentItems?.values() ?? []) {
    const { state, revision } = await writer.load(motion.decider, id);
    const one = motion.consentMotion(state, revision);
    if (one) motions.set(id, one);
  }
  return { consentMotions: motions };
}
