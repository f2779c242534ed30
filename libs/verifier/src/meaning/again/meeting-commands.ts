import { gathering } from '#governance';
import type { meeting, Recorded, tally } from '#governance';
import { as, fromTable } from './concept.ts';
import type { CommandsOf, Concept } from './concept.ts';
import { pinsOf } from './pins.ts';

type State = meeting.MeetingState;
type Event = meeting.MeetingEvent;
type Found = meeting.QuorumEstablished | meeting.QuorumLost;

/** A part by its numbers: `lhs` is what is present times `den`, `rhs` the base times `num`. */
function proportionOf(parts: readonly tally.QuorumPartTrace[]) {
  const [first] = parts;
  const counted = parts.find(({ present }) => present > 0);
  const based = parts.find(({ baseValue }) => baseValue > 0);
  const den = counted ? counted.lhs / counted.present : 1;
  const num = based ? based.rhs / based.baseValue : 1;
  const base = first?.base ?? 'seats_filled';
  return { base, num, den, cmp: first?.cmp ?? 'gt', ...(base === 'fixed' && { n: first?.baseValue ?? 0 }) };
}

/** The test of which a trace was made. */
function testOf(trace: tally.QuorumTestTrace): tally.QuorumTest {
  if (!('parts' in trace)) return { scope: 'body', ...proportionOf([trace]) } as tally.QuorumTest;
  if (trace.scope === 'mandatory_seats')
    return { mandatorySeats: trace.parts.map(({ selector }) => selector) };
  return { scope: 'each_constituency', ...proportionOf(trace.parts) } as tally.QuorumTest;
}

/** Tests were told where no clause states them; told and other than a clause's, they stand in the finding. */
const found =
  <T extends 'EstablishQuorum' | 'NoteQuorumLost'>(type: T) =>
  ({ trace, boundRules }: Found, _state: State, { envelope }: Recorded<Event>) => {
    if (!boundRules) return { type, quorum: trace.tests.map(testOf) };
    const other = envelope.findings?.find(({ code }) => code === 'QUORUM_NOT_OF_CLAUSE')?.inputs.told;
    return { type, ...(other !== undefined && { quorum: other as readonly tally.QuorumTest[] }) };
  };

const commands: CommandsOf<Event, meeting.Command, State> = {
  MeetingScheduled: as('ScheduleMeeting'),
  MeetingRescheduled: as('RescheduleMeeting', 'boundRules'),
  MeetingCancelled: as('CancelMeeting'),
  AgendaItemAdded: as('AddAgendaItem'),
  AgendaItemRevised: as('ReviseAgendaItem'),
  AgendaItemRemoved: as('RemoveAgendaItem'),
  AgendaPosted: as('PostAgenda', 'boundRules'),
  NoticeGiven: as('GiveNotice', 'boundRules'),
  WritingDistributed: as('DistributeWriting'),
  MeetingCalledToOrder: as('CallToOrder', 'boundRules'),
  MemberArrived: as('RecordArrival'),
  MemberDeparted: as('RecordDeparture'),
  QuorumEstablished: found('EstablishQuorum'),
  QuorumLost: found('NoteQuorumLost'),
  OffAgendaItemAdmitted: as('AdmitOffAgendaItem'),
  AgendaItemOpened: as('OpenItem'),
  AgendaItemClosed: as('CloseItem'),
  ItemPulledFromConsent: as('PullFromConsent'),
  PublicCommentOpened: as('OpenPublicComment'),
  PublicCommentClosed: as('ClosePublicComment'),
  ClosedSessionEntered: as('EnterClosedSession'),
  ClosedSessionLeft: as('LeaveClosedSession'),
  ClosedSessionReported: as('ReportClosedSession'),
  RecusalRecorded: as('RecordRecusal'),
  QuestionStated: ({ motionId }) => ({ type: 'StateQuestion', motionId }),
  ChairRuled: as('RuleFromChair'),
  RulingAppealed: as('AppealRuling'),
  RulingSustained: as('SustainRuling', 'byMotionRevision', 'tie'),
  RulingOverturned: as('OverturnRuling', 'byMotionRevision'),
  RulesSuspended: as('SuspendRules', 'byMotionRevision'),
  MeetingRecessed: as('Recess'),
  MeetingReconvened: () => ({ type: 'Reconvene' }),
  MeetingAdjourned: as('Adjourn'),
  AdjournmentNoticePosted: as('PostAdjournmentNotice'),
  MinutesDrafted: () => ({ type: 'DraftMinutes' }),
  MinutesApproved: as('ApproveMinutes', 'motionRevision', 'revision', 'renditions'),
  MinutesCorrectionRecorded: as('CorrectMinutes', 'motionRevision'),
  RecordAttested: ({ seatId, sha256 }) => ({ type: 'AttestRecord', seatId, sha256 }),
};

/**
 * The minutes that were rendered then, as the event says, or the finding that the draft was behind them; passages
 * that were corrected stood in renditions, which may name persons and lie outside the record.
 */
function minutesOf({ event, envelope }: Recorded<Event>): Pick<meeting.Facts, 'rendered' | 'passageFound'> {
  switch (event.type) {
    case 'MinutesDrafted': {
      const { type: _type, coChairsOf: _coChairs, ...rendered } = event;
      return { rendered };
    }
    case 'MinutesApproved': {
      const behind = envelope.findings?.find(({ code }) => code === 'MINUTES_BEHIND_RECORD');
      const sha256 = behind ? String(behind.inputs.current) : event.sha256;
      const { renditions, revision: uptoRevision } = event;
      return { rendered: { sha256, renditions, uptoRevision, streams: [], renderer: '', missing: [] } };
    }
    case 'MinutesCorrectionRecorded':
      return { passageFound: true };
    default:
      return {};
  }
}

export const meetings: Concept<State, Event, meeting.Command> = {
  commandsFor: fromTable(commands),
  facts: (asked, _candidate, recorded) => gathering.meetingFacts(asked, minutesOf(recorded)),
  pins: ({ event }, { schedule }) => {
    const pins = new Map(pinsOf(event, { rosterRevision: schedule && `body-${schedule.bodyId}` }));
    if (event.type === 'QuestionStated')
      for (const { motionId, revision } of event.pendingMotions ?? [])
        pins.set(`motion-${motionId}`, revision);
    return pins;
  },
};
