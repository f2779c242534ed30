import { body, meeting } from '#governance';
import type { motion, Recorded, When } from '#governance';
import { unlessEmpty } from './context.ts';
import type { Item, MinutesDocument, MotionLine, Officer } from './minutes-document.ts';
import { missingIn } from './missing.ts';
import { motionLine } from './motions.ts';
import {
  actsOf,
  closedSessionsOf,
  noticesOf,
  presenceOf,
  recessesOf,
  rulingsOf,
  suspensionsOf,
} from './proceedings.ts';
import { seatName, seatsOf, secretaryOf } from './seats.ts';
import type { Seats } from './seats.ts';
import { bodyState, meetingState, ofTypes, publicEvents } from './source.ts';
import type { MinutesSource } from './source.ts';

type Events = readonly Recorded<meeting.MeetingEvent>[];

function presidingIn(events: Events, seats: Seats): Officer | undefined {
  const presiding = ofTypes(events, 'MeetingCalledToOrder')[0]?.event.presiding;
  if (!presiding) return undefined;
  return presiding.kind === 'seat' ? seatName(seats, presiding.id) : { holder: presiding.id };
}

function itemsOf(events: Events, { agenda }: meeting.MeetingState): readonly Item[] {
  return [...agenda.items.values()].map(({ content, openings }) => {
    const { itemId, number, title, kind } = content;
    const openedAt = openings[0]?.from;
    const admitted = ofTypes(events, 'OffAgendaItemAdmitted').find(({ event }) => event.itemId === itemId);
    return {
      itemId,
      number,
      title,
      kind,
      ...(openedAt && { openedAt }),
      ...(admitted && { offAgenda: admitted.event.basis }),
    };
  });
}

/** Excused in some vote of the meeting: the only place where the record says so. */
const excusedIn = (motions: readonly MotionLine[]): ReadonlySet<string> =>
  new Set(
    motions
      .flatMap(({ votes }) => votes.flatMap(({ rollCall }) => rollCall))
      .filter(({ option }) => option === 'excused')
      .map(({ seatId }) => seatId),
  );

/** The first sitting, and the end. */
function hoursOf(
  state: meeting.MeetingState,
  events: Events,
): Pick<MinutesDocument, 'calledToOrder' | 'adjourned'> {
  const called = state.session.sittings[0]?.from;
  const adjourned = ofTypes(events, 'MeetingAdjourned').at(-1);
  const to = adjourned?.event.to;
  return {
    ...(called && { calledToOrder: called }),
    ...(adjourned && { adjourned: { at: adjourned.envelope.occurredAt, ...(to && { to }) } }),
  };
}

function headingOf(source: MinutesSource, schedule: meeting.Schedule, name: string | undefined) {
  const { meetingId, bodyId } = source;
  const { meetingType: kind, title, startsAt, places, timeZone } = schedule;
  return {
    meetingId,
    body: { bodyId, ...(name !== undefined && { name }) },
    timeZone,
    kind,
    ...(title !== undefined && { title }),
    startsAt,
    places,
  };
}

function nameOf({ body: events }: MinutesSource): string | undefined {
  const established = events.find(({ event }) => event.type === 'BodyEstablished')?.event;
  return established?.type === 'BodyEstablished' ? established.name : undefined;
}

function titlesOf({ motions }: MinutesSource): ReadonlyMap<string, string | undefined> {
  const titleIn = (events: readonly Recorded<motion.MotionEvent>[]): string | undefined =>
    ofTypes(publicEvents(events), 'MotionDrafted')[0]?.event.title;
  return new Map([...motions].map(([motionId, events]) => [motionId, titleIn(events)]));
}

/** The body as it was when the meeting began. */
function rosterOf({ bodyId, body: events }: MinutesSource, at: When): body.Roster {
  const revision = events.at(-1)?.revision ?? -1;
  return body.rosterAt(bodyState(publicEvents(events)), at, { bodyId, revision });
}

/**
 * The minutes of a meeting: a function of the public events of its streams and of nothing else, neither a clock nor
 * the language of a machine. undefined for a meeting that was not scheduled.
 */
export function minutesOf(source: MinutesSource): MinutesDocument | undefined {
  const events = publicEvents(source.meeting);
  const state = meetingState(events);
  const { schedule } = state;
  if (!schedule) return undefined;
  const { calledToOrder, adjourned } = hoursOf(state, events);
  const roster = rosterOf(source, calledToOrder ?? schedule.startsAt);
  const seats = seatsOf(roster);
  const context = { meetingId: source.meetingId, seats, adjourned: adjourned?.at, titles: titlesOf(source) };
  const motions = [...source.motions].flatMap(([motionId, all]) => motionLine(motionId, all, context) ?? []);
  const presiding = presidingIn(events, seats);
  const secretary = secretaryOf(roster, seats);
  const told = {
    ...headingOf(source, schedule, nameOf(source)),
    illustration: events.some(({ envelope }) => envelope.illustration === true),
    ...noticesOf(events, seats),
    ...(calledToOrder && { calledToOrder }),
    ...(presiding && { presiding }),
    ...(secretary && { secretary }),
    presence: presenceOf(events, meeting.presenceIntervals(state), seats, excusedIn(motions)),
    previousMinutes: source.previousMinutes,
    previousCorrections: source.previousCorrections,
    items: itemsOf(events, state),
    motions,
    ...actsOf(events, seats),
    rulings: rulingsOf(events, seats),
    ...unlessEmpty('suspensions', suspensionsOf(events, context)),
    closedSessions: closedSessionsOf(events),
    recesses: recessesOf(state),
    ...(adjourned && { adjourned }),
  };
  return { ...told, missing: missingIn(told) };
}
