import { body, meeting, tally } from '#governance';
import type { Findings } from '../report/report.ts';
import { differences } from './compare.ts';
import type { Event } from './event.ts';
import { differs } from './judge.ts';
import type { Streams } from './streams.ts';

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

/** M12: the trace of a quorum follows from the roster and from who is present. */
export function checkQuorumTrace(event: Event, state: unknown, streams: Streams, findings: Findings): void {
  const { recorded, place, isWhole } = event;
  const { event: found, envelope } = recorded;
  if (found.type !== 'QuorumEstablished' && found.type !== 'QuorumLost') return;
  const { schedule, ...rest } = state as meeting.MeetingState;
  const ofBody = streams.stream(`body-${schedule?.bodyId ?? ''}`);
  if (!schedule || !ofBody) return;
  const { revision, state: members } = ofBody.current;
  const at = { bodyId: schedule.bodyId, revision };
  const roster = body.rosterAt(members as body.BodyState, envelope.occurredAt, at);
  const present = meeting.presentAt({ schedule, ...rest }, envelope.occurredAt).keys();
  findings.made('M12');
  const tests = found.trace.tests.map(testOf);
  const expected = tally.evaluateQuorum(tests, tally.eligibilityOf(roster), present);
  for (const { field, ...values } of differences(expected, found.trace)) {
    const judged = { recorded, place, findings };
    differs(judged, 'M12', { field: `/trace${field}`, ...values }, isWhole && !ofBody.isPartial);
  }
}
