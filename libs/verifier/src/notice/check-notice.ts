import type { Finding, meeting, Recorded, When } from '#governance';
import { governingIn, noticeClausesIn, noticeFindings, scheduleIn, selectionIn } from '#notice-proof';
import type { NoticeProofView, NoticeRecord } from '#notice-proof';
import type { Trust } from '../log/trust.ts';
import type { Verdict } from '../report/report.ts';
import { provenRecord } from './proven-record.ts';
import type { NoticeProblem, ProvenRecord } from './proven-record.ts';

/** What a proof of notice comes to, by the keys and witnesses that the reader trusts. */
export type NoticeCheck = Readonly<{
  verdict: Verdict;
  meetingId?: string;
  startsAt?: When;
  findings: readonly Finding[];
  problems: readonly NoticeProblem[];
}>;

const told = (verdict: Verdict, problems: readonly NoticeProblem[]): NoticeCheck => ({
  verdict,
  findings: [],
  problems,
});

function parsed(text: string): NoticeProofView | undefined {
  try {
    const document = JSON.parse(text) as Partial<NoticeProofView> | null;
    const records: unknown = document?.records;
    const isProof = Array.isArray(records) && records.every((one) => typeof one === 'object' && one !== null);
    return isProof ? (document as NoticeProofView) : undefined;
  } catch {
    return undefined;
  }
}

const isProven = (one: ProvenRecord | NoticeProblem): one is ProvenRecord => 'recorded' in one;

/** A stream's first event, and no two of one revision: what is left out between them only the whole record shows. */
function streamProblem(events: readonly Recorded[]): NoticeProblem | undefined {
  const revisions = events.map(({ revision }) => revision);
  if (events[0]?.event.type !== 'MeetingScheduled' || revisions[0] !== 0)
    return { code: 'SCHEDULE_MISSING', message: 'the scheduling of the meeting is not among the records' };
  return new Set(revisions).size < revisions.length
    ? { code: 'REVISION_REPEATED', message: 'two records claim the same place in the stream of the meeting' }
    : undefined;
}

const inOrder = (events: readonly Recorded[]): readonly Recorded[] =>
  events.toSorted((a, b) => a.revision - b.revision);

function judged(proven: readonly ProvenRecord[]): NoticeCheck {
  const recorded = inOrder(proven.map((one) => one.recorded));
  const ofMeetings = recorded.filter(({ category }) => category === 'meeting');
  const problem = streamProblem(ofMeetings);
  const schedule = scheduleIn(ofMeetings);
  const meetingId = ofMeetings[0]?.streamId;
  if (problem || !schedule || meetingId === undefined) return told('not_verified', problem ? [problem] : []);
  const { startsAt, bodyId } = schedule;
  const ofBody = recorded.filter(({ stream }) => stream === `body-${bodyId}`);
  const instruments = governingIn(ofBody, startsAt);
  const isOurs = ({ category, streamId, stream }: Recorded): boolean =>
    stream === `meeting-${meetingId}` ||
    stream === `body-${bodyId}` ||
    (category === 'instrument' && instruments.includes(streamId));
  const foreign = recorded.find((one) => !isOurs(one));
  if (foreign) {
    const message = `${foreign.stream} is neither the meeting nor its body, nor an instrument that governs it`;
    return told('not_verified', [{ eventId: foreign.eventId, code: 'FOREIGN_RECORD', message }]);
  }
  const clauses = instruments.flatMap((id) =>
    noticeClausesIn(
      id,
      recorded.filter(({ stream }) => stream === `instrument-${id}`),
      startsAt,
    ),
  );
  const evidence = new Map<string, meeting.Evidence>(
    proven.map((one) => [one.recorded.eventId, one.evidence]),
  );
  const findings = noticeFindings(schedule, selectionIn(ofBody, startsAt), clauses, ofMeetings, (id) => {
    return evidence.get(id) ?? {};
  });
  return { verdict: 'verified', meetingId, startsAt, findings, problems: [] };
}

/** What the log signed may still be no event as this program knows it. */
function judgedSafely(proven: readonly ProvenRecord[]): NoticeCheck {
  try {
    return judged(proven);
  } catch (error) {
    const message = `an event is not of the shape that its type has: ${(error as Error).message}`;
    return told('not_verified', [{ code: 'EVENT_MALFORMED', message }]);
  }
}

/**
 * Checks a document of `getNoticeProof` without a network: that each entry is in the log that the reader trusts,
 * when the witnesses whom the reader trusts saw it, and what follows for the notice. What the document itself says
 * is found is not looked at. That no later event of the meeting was left out, `verify` of the whole record tells.
 */
export function checkNoticeProof(text: string, trust: Trust): NoticeCheck {
  const document = parsed(text);
  if (!document)
    return told('not_verified', [{ code: 'NOT_A_PROOF', message: 'this is no document of a notice proof' }]);
  const checked = document.records.map((record: NoticeRecord) => provenRecord(record, trust));
  const problems = checked.filter((one): one is NoticeProblem => !isProven(one));
  if (problems.length === 0) return judgedSafely(checked.filter(isProven));
  const isOpen = problems.every(({ code }) => code === 'NOT_PUBLIC' || code === 'NOT_SIGNED_YET');
  return told(isOpen ? 'cannot_tell' : 'not_verified', problems);
}
