import { entriesAt, happened } from '../asked-times.ts';
import type { AnsweredTimes, AskedTimes, Begins } from '../asked-times.ts';
import type { Entry } from '../entries.ts';
import type { TimelineEvent } from './timeline-event.ts';

type Told = Entry<TimelineEvent>;

/** Events that count at some times, and what an answer says of these. */
export type ToldAt = Readonly<{ entries: readonly Told[]; times: AnsweredTimes }>;

/** The vote whose record an event corrects. */
function correctedVote({ event }: Told): string | undefined {
  switch (event.type) {
    case 'VoteRecordCorrected':
    case 'VoteTellersReportCorrected':
    case 'TallyRestated':
      return event.voteEventId;
    case 'MotionAdopted':
    case 'MotionRejected':
      return event.restated ? event.voteEventId : undefined;
    default:
      return undefined;
  }
}

/** A correction says what had been so all along: it counts from when the vote was closed that it corrects. */
function beginning(entries: readonly Told[]): Begins<Told> {
  const closings = new Map(
    entries.flatMap((entry) =>
      entry.event.type === 'VoteClosed' ? [[entry.event.voteEventId, entry] as const] : [],
    ),
  );
  return (entry) => happened(closings.get(correctedVote(entry) ?? '') ?? entry);
}

/** What had happened to a motion by a time, as the record knew it at a time. */
export const timelineAt = (entries: readonly Told[], asked: AskedTimes): ToldAt =>
  entriesAt(entries, asked, beginning(entries));
