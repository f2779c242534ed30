import type { When } from '#governance';
import { getBody, getMotion, historyWithNames, listOrganizations } from '#projections';
import type { DecisionDocument, FindName, Reads, SeatHistoryView } from '#projections';
import { everyBody, everyDecision, everyMeeting, everyMotion, everyOne, everySeat } from './rows.ts';

export type PopoloSource = Readonly<{ reads: Reads; findName: FindName; publicUrl: string }>;

/** To the second; Popolo knows no parts of it. */
const withoutFraction = (iso: string): string => iso.replace(/\.\d+Z$/, 'Z');

/** A time of Popolo: to the year at least; what is known otherwise has no form there. */
function dateOf(when: When | undefined): string | undefined {
  if (when === undefined) return undefined;
  if (when.precision === 'instant') return withoutFraction(when.earliest);
  return /^\d{4}(-\d\d){0,2}$/.test(when.literal) ? when.literal : undefined;
}

/** The same where only days are taken. */
const dayOf = (when: When | undefined): string | undefined => dateOf(when)?.slice(0, 10);

const constituencyId = (bodyId: string, id: string): string => `${bodyId}/${id}`;
const postId = ({ bodyId, seatId }: Readonly<{ bodyId: string; seatId: string }>): string =>
  `${bodyId}/${seatId}`;

type Thing = Readonly<Record<string, unknown>>;

function* organizations({ reads, publicUrl }: PopoloSource): Generator<Thing> {
  for (const { organizationId, name, classification, otherNames = [] } of everyOne((page) =>
    listOrganizations(reads, page),
  ))
    yield {
      id: organizationId,
      name,
      classification,
      other_names: otherNames.map((other) => ({ name: other })),
    };
  for (const { bodyId } of everyBody(reads)) {
    const body = getBody(reads, bodyId);
    if (!body) continue;
    const { name, classification, parentBodyId, established, dissolution, constituencies } = body;
    yield {
      id: bodyId,
      name,
      classification,
      parent_id: parentBodyId,
      founding_date: dayOf(established?.occurredAt),
      dissolution_date: dayOf(dissolution?.provenance.occurredAt),
      sources: [{ url: `${publicUrl}/bodies/${bodyId}` }],
    };
    for (const { constituencyId: id, name: called } of constituencies)
      yield {
        id: constituencyId(bodyId, id),
        name: called,
        classification: 'constituency',
        parent_id: bodyId,
      };
  }
}

/** Seats with the names that they show, and no other. */
function* seats({ reads, findName }: PopoloSource): Generator<SeatHistoryView> {
  for (const seat of everySeat(reads)) yield historyWithNames(reads, seat, findName);
}

/** Whoever a seat shows by name, once; of the others there is an id in the memberships and nothing more. */
function* persons(source: PopoloSource): Generator<Thing> {
  const told = new Set<string>();
  for (const { seatings } of seats(source))
    for (const { holder, name } of seatings) {
      if (name === undefined || told.has(holder.id)) continue;
      told.add(holder.id);
      yield { id: holder.id, name, sources: [{ url: `${source.publicUrl}/persons/${holder.id}` }] };
    }
}

function* posts(source: PopoloSource): Generator<Thing> {
  for (const seat of seats(source)) {
    const { bodyId, label, opened, closed } = seat;
    yield {
      id: postId(seat),
      label,
      organization_id: bodyId,
      start_date: dayOf(opened?.at),
      end_date: dayOf(closed?.at),
    };
  }
}

function* memberships(source: PopoloSource): Generator<Thing> {
  for (const seat of seats(source)) {
    const { bodyId, label, constituencyId: side, seatings } = seat;
    for (const { seatingId, holder, startsAt, endsAt, vacated, name } of seatings)
      yield {
        id: `${postId(seat)}/${seatingId}`,
        label,
        ...(holder.kind === 'person'
          ? { person_id: holder.id, ...(name !== undefined && { person: { id: holder.id, name } }) }
          : { member: { id: holder.id } }),
        organization_id: bodyId,
        post_id: postId(seat),
        ...(side !== undefined && { on_behalf_of_id: constituencyId(bodyId, side) }),
        start_date: dateOf(startsAt),
        end_date: dateOf(vacated?.at ?? endsAt),
      };
  }
}

function* motions({ reads, publicUrl }: PopoloSource): Generator<Thing> {
  for (const { motionId, bodyId, title, classification, status } of everyMotion(reads))
    yield {
      id: motionId,
      organization_id: bodyId,
      name: title,
      text: getMotion(reads, motionId)?.text,
      classification,
      result: status,
      sources: [{ url: `${publicUrl}/motions/${motionId}` }],
    };
}

const countsOf = ({ counts, constituencies, bodyId = '' }: DecisionDocument): readonly Thing[] => [
  ...Object.entries(counts).map(([option, value]) => ({ option, value })),
  ...constituencies.flatMap(({ constituencyId: id, counts: ofSide }) =>
    Object.entries(ofSide).map(([option, value]) => ({
      option,
      value,
      group_id: constituencyId(bodyId, id),
    })),
  ),
];

/** Votes are those of seats: who sat there is told by the memberships. */
function* voteEvents({ reads, publicUrl }: PopoloSource): Generator<Thing> {
  for (const decision of everyDecision(reads)) {
    const {
      decisionId,
      motionId,
      bodyId = '',
      outcome,
      manner,
      decidedAt,
      recordedAt,
      rollCall,
      constituencies,
    } = decision;
    yield {
      id: decisionId,
      motion_id: motionId,
      organization_id: bodyId,
      classification: manner,
      end_date: decidedAt.precision === 'instant' ? withoutFraction(decidedAt.earliest) : undefined,
      result: outcome === 'adopted' ? 'pass' : 'fail',
      counts: countsOf(decision),
      group_results: constituencies.flatMap(({ constituencyId: id, result }) =>
        result === undefined ? [] : [{ group_id: constituencyId(bodyId, id), result }],
      ),
      votes: rollCall.map(({ seatId, label, constituencyId: id, option }) => ({
        option,
        role: label ?? seatId,
        post_id: postId({ bodyId, seatId }),
        ...(id !== undefined && { group_id: constituencyId(bodyId, id) }),
      })),
      created_at: recordedAt,
      sources: [{ url: `${publicUrl}/decisions/${decisionId}` }],
    };
  }
}

function* events({ reads, publicUrl }: PopoloSource): Generator<Thing> {
  for (const { meetingId, bodyId, title, meetingType, startsAt, status } of everyMeeting(reads))
    yield {
      id: meetingId,
      name: title ?? meetingType,
      classification: meetingType,
      organization_id: bodyId,
      start_date: dateOf(startsAt),
      status,
      sources: [{ url: `${publicUrl}/meetings/${meetingId}` }],
    };
}

const classes = { organizations, persons, posts, memberships, motions, vote_events: voteEvents, events };

/** The public record in Popolo's terms, as JSON in pieces. `head` is what comes before, as properties. */
export function* popoloOf(source: PopoloSource, head: Thing): Generator<string> {
  yield `{"_minutebook":${JSON.stringify(head)}`;
  for (const [name, things] of Object.entries(classes)) {
    yield `,"${name}":[`;
    let separator = '';
    for (const thing of things(source)) {
      yield `${separator}${JSON.stringify(thing)}\n`;
      separator = ',';
    }
    yield ']';
  }
  yield '}\n';
}
