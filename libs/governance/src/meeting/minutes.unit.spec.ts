import { describe, expect, it } from '@jest/globals';
import type { RosterSeat } from '../body/roster.ts';
import { stateAfter } from '../testing/index.ts';
import { decider } from './index.ts';
import type { Facts, MeetingEvent, MeetingState, RecordAttested } from './index.ts';
import { currentSha256, isAttested } from './minutes.ts';
import {
  adjourned,
  adoptedMotion,
  at,
  called,
  facts,
  givenMeeting,
  hours,
  minutes,
  rendered,
  roster,
  scheduled,
} from './testing/committee.ts';
import type { History } from './testing/committee.ts';

const [first, second] = ['a'.repeat(64), 'b'.repeat(64)] as const;
const held: History = [scheduled(), called, adjourned(hours(2))];

const draft = (sha256: string): MeetingEvent => ({
  type: 'MinutesDrafted',
  ...rendered(sha256),
  coChairsOf: ['district', 'union'],
});
const drafted: History = [...held, at(hours(20), draft(first))];
const redrafted: History = [...drafted, at(hours(22), draft(second))];
const approval: MeetingEvent = {
  type: 'MinutesApproved',
  motionId: 'approve',
  motionRevision: 9,
  asCorrected: true,
  revision: 40,
  sha256: second,
  renditions: rendered(second).renditions,
  privacyChecked: true,
};
const approved: History = [...redrafted, at(hours(48), approval)];
const attestation = (constituencyId: string, sha256: string): RecordAttested => ({
  type: 'RecordAttested',
  role: 'co_chair',
  seatId: `${constituencyId}-1`,
  constituencyId,
  sha256,
  rosterRevision: 12,
});
const stateOf = (...history: History): MeetingState => stateAfter(decider, history);

describe('DraftMinutes', () => {
  const fresh = facts(hours(24), { rendered: rendered(second) });

  it('pins what the minutes were made of, and who is to attest them', () => {
    givenMeeting(...drafted)
      .when({ type: 'DraftMinutes' }, fresh)
      .live.records(draft(second))
      .withFindings();
  });

  it('MINUTES_INCOMPLETE (RR-15): is said, and stops nobody', () => {
    const lacking = facts(hours(24), { rendered: rendered(first, { missing: ['secretary'] }) });
    givenMeeting(...held)
      .when({ type: 'DraftMinutes' }, lacking)
      .live.records('MinutesDrafted')
      .withFindings('MINUTES_INCOMPLETE')
      .minutes.withFindings('MINUTES_INCOMPLETE')
      .historicalImport.withFindings('MINUTES_INCOMPLETE');
  });

  it('MINUTES_UNCHANGED: the last draft says the same, unless another renderer says it otherwise', () => {
    const same = rendered(second);
    givenMeeting(...redrafted)
      .when({ type: 'DraftMinutes' }, facts(hours(24), { rendered: same }))
      .rejectedWith('MINUTES_UNCHANGED', { sha256: second })
      .historicalImport.rejectedWith('MINUTES_UNCHANGED');
    givenMeeting(...redrafted)
      .when({ type: 'DraftMinutes' }, facts(hours(24), { rendered: { ...same, renderer: 'later' } }))
      .live.records('MinutesDrafted');
  });

  it('MINUTES_APPROVED_IMMUTABLE (RR-13): in every mode', () => {
    const refused = { rule: 'RR-13', sha256: second };
    const expectation = givenMeeting(...approved).when(
      { type: 'DraftMinutes' },
      facts(hours(60), { rendered: rendered(first) }),
    );
    expectation.live.rejectedWith('MINUTES_APPROVED_IMMUTABLE', refused);
    expectation.minutes.rejectedWith('MINUTES_APPROVED_IMMUTABLE', refused);
    expectation.historicalImport.rejectedWith('MINUTES_APPROVED_IMMUTABLE', refused);
  });

  it.each<[string, History, Partial<Facts>]>([
    ['MEETING_UNKNOWN', [], {}],
    ['MEETING_NOT_CALLED_TO_ORDER', [scheduled()], {}],
    ['MEETING_CANCELLED', [scheduled(), at(hours(-9), { type: 'MeetingCancelled', reason: 'None.' })], {}],
    ['MINUTES_NOT_RENDERED', held, { rendered: undefined }],
    ['TIME_INVERTED', held, { at: hours(-1) }],
  ])('%s', (code, history, more) => {
    givenMeeting(...history)
      .when({ type: 'DraftMinutes' }, { ...fresh, ...more })
      .live.rejectedWith(code)
      .historicalImport.rejectedWith(code);
  });
});

describe('ApproveMinutes', () => {
  const approve = {
    type: 'ApproveMinutes',
    motionId: 'approve',
    asCorrected: true,
    privacyChecked: true,
  } as const;
  const byMotion = (more: Partial<Facts> = {}) =>
    facts(hours(48), { authorityMotion: adoptedMotion('approve', hours(47)), ...more });

  it('approves the last draft with its revision, hashes and motion', () => {
    givenMeeting(...redrafted)
      .when(approve, byMotion({ rendered: rendered(second) }))
      .live.records(approval)
      .withFindings();
  });

  it('approves an earlier draft where the body says so: MINUTES_BEHIND_RECORD', () => {
    const earlier = { ...approve, sha256: first };
    givenMeeting(...redrafted)
      .when(earlier, byMotion({ rendered: rendered(second) }))
      .live.records({ ...approval, sha256: first, renditions: rendered(first).renditions })
      .withFindings('MINUTES_BEHIND_RECORD');
  });

  it('PRIVACY_CHECK_MISSING (PR-01): refused live, found otherwise', () => {
    const unchecked = { ...approve, privacyChecked: false };
    givenMeeting(...redrafted)
      .when(unchecked, byMotion())
      .live.rejectedWith('PRIVACY_CHECK_MISSING', { rule: 'PR-01' })
      .minutes.withFindings('PRIVACY_CHECK_MISSING')
      .historicalImport.withFindings('PRIVACY_CHECK_MISSING');
  });

  const motion = adoptedMotion('approve', hours(47));
  it.each<[string, History, Partial<Facts>]>([
    ['MINUTES_APPROVED_IMMUTABLE', approved, {}],
    ['MINUTES_NOT_DRAFTED', held, {}],
    ['MOTION_UNKNOWN', redrafted, { authorityMotion: undefined }],
    ['APPROVAL_MOTION_NOT_ADOPTED', redrafted, { authorityMotion: { ...motion, status: 'rejected' } }],
    ['APPROVAL_MOTION_NOT_ADOPTED', redrafted, { authorityMotion: { ...motion, bodyId: 'another' } }],
    ['TIME_INVERTED', redrafted, { authorityMotion: { ...motion, since: hours(49) } }],
    ['TIME_INVERTED', redrafted, { at: hours(21) }],
  ])('%s, in every mode', (code, history, more) => {
    givenMeeting(...history)
      .when(approve, byMotion(more))
      .live.rejectedWith(code)
      .minutes.rejectedWith(code)
      .historicalImport.rejectedWith(code);
  });
});

describe('CorrectMinutes', () => {
  const correct = {
    type: 'CorrectMinutes',
    correctionId: 'correction-1',
    authorityMotionId: 'amend',
    before: 'four schools',
    after: 'five schools',
  } as const;
  const byMotion = (more: Partial<Facts> = {}) =>
    facts(hours(90), { authorityMotion: adoptedMotion('amend', hours(89)), passageFound: true, ...more });
  const correction: MeetingEvent = { ...correct, type: 'MinutesCorrectionRecorded', motionRevision: 9 };
  const corrected: History = [...approved, at(hours(90), correction)];

  it('stands beside the approved text, and leaves its hash alone', () => {
    givenMeeting(...approved)
      .when(correct, byMotion())
      .live.records(correction);
    expect(currentSha256(stateOf(...corrected).minutes)).toBe(second);
  });

  it('corrects what an earlier correction left', () => {
    const again = { ...correct, correctionId: 'correction-2', before: 'five schools', after: 'six schools' };
    givenMeeting(...corrected)
      .when(again, byMotion({ passageFound: false }))
      .live.records('MinutesCorrectionRecorded');
  });

  it.each<[string, History, Partial<Facts>, object]>([
    ['MINUTES_NOT_APPROVED', redrafted, {}, {}],
    ['CORRECTION_EXISTS', corrected, {}, {}],
    ['CORRECTION_NO_CHANGE', approved, {}, { after: 'four schools' }],
    ['PASSAGE_NOT_IN_MINUTES', approved, { passageFound: false }, {}],
    ['MOTION_UNKNOWN', approved, { authorityMotion: undefined }, {}],
    [
      'CORRECTION_NEEDS_AUTHORITY',
      approved,
      { authorityMotion: { ...adoptedMotion('amend', hours(89)), status: 'pending' } },
      {},
    ],
    ['TIME_INVERTED', approved, { at: hours(40) }, {}],
  ])('%s, in every mode', (code, history, more, change) => {
    givenMeeting(...history)
      .when({ ...correct, ...change }, byMotion(more))
      .live.rejectedWith(code)
      .minutes.rejectedWith(code)
      .historicalImport.rejectedWith(code);
  });
});

describe('AttestRecord (SP-16)', () => {
  const attest = (seatId: string, sha256: string) => ({ type: 'AttestRecord', seatId, sha256 }) as const;

  it('a co-chair vouches for the minutes as they stand', () => {
    givenMeeting(...redrafted)
      .when(attest('union-1', second), facts(hours(30)))
      .live.records(attestation('union', second));
  });

  it.each<[string, History, string, string]>([
    ['MINUTES_NOT_DRAFTED', held, 'union-1', second],
    ['NOT_CO_CHAIR_AS_OF', redrafted, 'union-2', second],
    ['NOT_CO_CHAIR_AS_OF', redrafted, 'nobody', second],
    ['ATTESTATION_HASH_MISMATCH', redrafted, 'union-1', first],
    ['ALREADY_ATTESTED', [...redrafted, at(hours(25), attestation('union', second))], 'union-1', second],
  ])('%s, in every mode', (code, history, seatId, sha256) => {
    givenMeeting(...history)
      .when(attest(seatId, sha256), facts(hours(30)))
      .live.rejectedWith(code)
      .minutes.rejectedWith(code)
      .historicalImport.rejectedWith(code);
  });

  it('counts for the constituency that the co-chair chairs for', () => {
    const change = (seat: RosterSeat): RosterSeat =>
      seat.seatId === 'union-1' ? { ...seat, coChairOf: 'parents' } : seat;
    givenMeeting(...redrafted)
      .when(
        attest('union-1', second),
        facts(hours(30), { roster: { ...roster, seats: roster.seats.map(change) } }),
      )
      .live.records({ ...attestation('parents', second), seatId: 'union-1' });
  });

  it('is complete when every co-chair has the current hash, and only as long as it is the current one', () => {
    const both = [attestation('district', first), attestation('union', first)].map((event) =>
      at(hours(21), event),
    );
    expect(isAttested(stateOf(...drafted, ...both.slice(1)).minutes)).toBe(false);
    expect(isAttested(stateOf(...drafted, ...both).minutes)).toBe(true);
    expect(isAttested(stateOf(...drafted, ...both, at(hours(22), draft(second))).minutes)).toBe(false);
    expect(isAttested(stateOf(...held).minutes)).toBe(false);
    const alone = { ...draft(first), coChairsOf: [] } as MeetingEvent;
    expect(isAttested(stateOf(...held, at(minutes(200), alone), ...both).minutes)).toBe(false);
  });
});
