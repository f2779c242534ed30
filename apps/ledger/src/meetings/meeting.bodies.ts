import { meeting, rulebook } from '#governance';
import {
  ClauseRefBody,
  CommandBody,
  Count,
  Flag,
  IdField,
  IdList,
  ListOf,
  ListOfEither,
  ListOfOneOf,
  MandatorySeatsBody,
  Nested,
  OneOf,
  PartialDate,
  QuorumProportionBody,
  Sha256Field,
  TextField,
  TimeZoneField,
  UrlField,
} from '../platform/index.ts';

export class PlaceBody implements meeting.Place {
  @OneOf(['physical', 'web'], { example: 'physical' })
  kind!: meeting.Place['kind'];
  @TextField({ max: 500, example: 'Board room, 333 South Beaudry Avenue' })
  description!: string;
  @UrlField({ optional: true })
  url?: string;
}

export class ScheduleMeetingBody extends CommandBody {
  @IdField({ description: 'The body that meets.', example: 'example-committee' })
  bodyId!: string;
  @OneOf(meeting.meetingTypes, { example: 'regular' })
  meetingType!: meeting.MeetingType;
  @TextField({ max: 300, optional: true })
  title?: string;
  @PartialDate({ description: 'When it is to begin.', example: '2026-09-01T17:00:00-07:00' })
  startsAt!: PartialDate;
  @TimeZoneField({ optional: true, description: "Where it is not the body's." })
  timeZone?: string;
  @ListOf(PlaceBody, { max: 20 })
  places!: PlaceBody[];
  @TextField({ max: 1_000, optional: true, description: 'How to take part from elsewhere.' })
  remoteAccess?: string;
}

export class RescheduleMeetingBody extends CommandBody {
  @PartialDate({ description: 'The new time.', example: '2026-09-08T17:00:00-07:00' })
  startsAt!: PartialDate;
  @ListOf(PlaceBody, { max: 20, optional: true, description: 'The new places, where they change.' })
  places?: PlaceBody[];
  @TextField({ max: 1_000, optional: true })
  reason?: string;
}

export class CancelMeetingBody extends CommandBody {
  @TextField({ max: 1_000 })
  reason!: string;
}

export class AgendaItemBody extends CommandBody {
  @IdField({ example: 'item-1' })
  itemId!: string;
  @TextField({ max: 20, description: 'As printed.', example: '4.b' })
  number!: string;
  @TextField({ max: 500, example: 'Coordinators at twelve schools' })
  title!: string;
  @TextField({ max: 4_000, optional: true })
  description?: string;
  @OneOf(meeting.itemKinds, { example: 'action' })
  kind!: meeting.ItemKind;
  @IdField({ optional: true, description: 'The motion that is before the body.' })
  motionId?: string;
  @IdField({ optional: true, description: 'The meeting from which it was continued.' })
  continuedFrom?: string;
}

/** A command about one item of the agenda. */
export class ItemBody extends CommandBody {
  @IdField({ example: 'item-1' })
  itemId!: string;
}

export class PostAgendaBody extends CommandBody {
  @IdField({ example: 'posting-1' })
  postingId!: string;
  @ListOf(PlaceBody, { min: 1, max: 20, description: 'Where it hangs and where it is on the web.' })
  places!: PlaceBody[];
  @IdList({ min: 1, description: 'Items as posted.', example: ['item-1'] })
  itemIds!: string[];
  @Sha256Field({ optional: true, description: 'Of the posted document.' })
  sha256?: string;
  @Flag({ optional: true, description: 'Whether the posting could be read at any time until the meeting.' })
  continuouslyAccessible?: boolean;
}

export class GiveNoticeBody extends CommandBody {
  @OneOf(['members', 'media', 'requesters'])
  audience!: meeting.NoticeGiven['audience'];
  @IdList({ description: 'Seats that waived their notice.' })
  waivedBy!: string[];
}

export class DistributeWritingBody extends CommandBody {
  @TextField({ max: 500 })
  title!: string;
  @Sha256Field({ description: 'Of the document.' })
  sha256!: string;
  @Flag({ description: 'Whether it went to a majority of the body.' })
  toMajority!: boolean;
  @PartialDate({ optional: true, description: 'From when the public may read it.' })
  publicFrom?: PartialDate;
  @TextField({ max: 500, optional: true, description: 'Where the public may read it.' })
  location?: string;
}

export class PresidingBody {
  @OneOf(['seat', 'person', 'organization'])
  kind!: 'seat' | 'person' | 'organization';
  @IdField({ example: 'district-1' })
  id!: string;
}

export class CallToOrderBody extends CommandBody {
  @Nested(PresidingBody, { description: 'Who presides.' })
  presiding!: PresidingBody;
}

export class RemoteParticipationBody {
  @OneOf(meeting.remoteRules, {
    description: 'Each place is on the agenda, or a quorum sits in person; `other`: neither is judged.',
  })
  rule!: meeting.RemoteParticipation['rule'];
  @TextField({ max: 500, optional: true, description: 'The place, where the agenda names it: it is public.' })
  location?: string;
  @Flag({ optional: true, description: 'Whether the agenda named it and the public could come there.' })
  onAgenda?: boolean;
  @Flag({ optional: true, description: 'Whether it lies inside the jurisdiction.' })
  insideJurisdiction?: boolean;
}

export class RecordArrivalBody extends CommandBody {
  @IdField({ example: 'district-1' })
  seatId!: string;
  @OneOf(['member', 'alternate'])
  by!: 'member' | 'alternate';
  @IdField({ optional: true, description: 'The alternate, where one sits.' })
  personId?: string;
  @OneOf(['in_person', 'remote'])
  mode!: 'in_person' | 'remote';
  @TextField({ max: 300, optional: true, description: 'The provision under which a member is remote.' })
  remoteBasis?: string;
  @Nested(RemoteParticipationBody, { optional: true, description: 'What that provision asks for.' })
  remote?: RemoteParticipationBody;
}

export class SeatBody extends CommandBody {
  @IdField({ example: 'district-1' })
  seatId!: string;
}

export class QuorumBody extends CommandBody {
  @ListOfEither(QuorumProportionBody, MandatorySeatsBody, 'mandatorySeats', {
    optional: true,
    min: 1,
    max: 20,
    description:
      'Tests that must all hold of the seats that are present; to be left out where a clause of the body states them.',
  })
  quorum?: (QuorumProportionBody | MandatorySeatsBody)[];
}

export class AdmitOffAgendaItemBody extends ItemBody {
  @OneOf(meeting.offAgendaBases)
  basis!: meeting.OffAgendaBasis;
  @IdField({ optional: true, description: 'The motion by which the body found so.' })
  findingMotionId?: string;
}

export class PullFromConsentBody extends ItemBody {
  @IdField({ optional: true, description: 'Who asked for it.' })
  seatId?: string;
}

export class PublicCommentBody extends CommandBody {
  @IdField({ optional: true, description: 'On one item; left out, on anything.' })
  itemId?: string;
}

export class ClosePublicCommentBody extends PublicCommentBody {
  @Count({ max: 100_000, description: 'How many spoke.', example: 3 })
  speakers!: number;
}

export class EnterClosedSessionBody extends CommandBody {
  @TextField({ max: 500, description: 'The provision that allows it.', example: 'Gov. Code § 54957.6' })
  statute!: string;
  @IdList({ min: 1 })
  itemIds!: string[];
}

export class LeaveClosedSessionBody extends CommandBody {
  @Flag({ optional: true, description: 'Whether an action was taken that must be reported.' })
  reportableAction?: boolean;
}

export class ReportClosedSessionBody extends CommandBody {
  @TextField({ max: 4_000 })
  action!: string;
  @TextField({ max: 2_000, optional: true, description: 'The vote or abstention of each member.' })
  votes?: string;
}

export class RecordRecusalBody extends ItemBody {
  @IdField({ example: 'union-3' })
  seatId!: string;
  @IdField({ optional: true, description: 'The declared interest.' })
  interestId?: string;
  @Flag({ description: 'Whether the interest was identified publicly.' })
  identifiedPublicly!: boolean;
  @Flag({ description: 'Whether the member left the room.' })
  leftRoom!: boolean;
}

export class RulingBody extends CommandBody {
  @IdField({ example: 'ruling-1' })
  rulingId!: string;
}

export class StateQuestionBody extends CommandBody {
  @IdField({ description: 'The motion, moved and seconded.' })
  motionId!: string;
}

export class DecideAppealBody extends RulingBody {
  @IdField({
    optional: true,
    description:
      'The appeal as a motion of its own (`incidental.appeal`): adopted, it overturns the ruling; rejected or tied, it sustains it.',
  })
  byMotionId?: string;
}

export class SuspendRulesBody extends CommandBody {
  @ListOfOneOf(rulebook.ruleIds, { min: 1, max: 20, description: 'Of the rulebook, as in `RR-02`.' })
  rules!: rulebook.RuleId[];
  @TextField({ max: 2_000, description: 'For what, as the motion says it.' })
  purpose!: string;
  @IdField({ optional: true, description: 'For this item only; left out, until the adjournment.' })
  itemId?: string;
  @Nested(ClauseRefBody, {
    optional: true,
    description: 'The clause of the bylaws that lets them be suspended, where they are rules of the bylaws.',
  })
  providedBy?: ClauseRefBody;
  @IdField({ description: 'The adopted motion to suspend the rules (`incidental.suspend_rules`).' })
  byMotionId!: string;
}

export class RuleFromChairBody extends RulingBody {
  @TextField({ max: 2_000 })
  question!: string;
  @TextField({ max: 2_000 })
  ruling!: string;
}

export class AppealRulingBody extends RulingBody {
  @IdField({ description: 'Who appeals.' })
  seatId!: string;
  @IdField({ optional: true })
  secondedBySeatId?: string;
}

export class RecessBody extends CommandBody {
  @PartialDate({ optional: true, description: 'Until when.' })
  until?: PartialDate;
}

export class AdjournBody extends CommandBody {
  @PartialDate({ optional: true, description: 'To which time, where the meeting is continued.' })
  to?: PartialDate;
}

export class PostAdjournmentNoticeBody extends CommandBody {
  @TextField({ max: 500 })
  place!: string;
}
