import { describe, expect, it } from '@jest/globals';
import type { NoticeTerms } from '../instrument/bound-rule.ts';
import type { GoverningRule } from '../instrument/governing.ts';
import { atInstant, civilDayAt } from '../kernel/index.ts';
import type { RecordingMode, When } from '../kernel/index.ts';
import type { Selection } from '../rulebook/index.ts';
import { clauseRef, governing, governingPin } from '../testing/governing.ts';
import type { MeetingType, Place } from './index.ts';
import { givenNotices, noticeDemands, provenNotice } from './index.ts';
import type { Evidence, GivenNotice } from './index.ts';
import { hours, theDay } from './testing/committee.ts';

const brownAct: Selection = { regime: 'BROWN_ACT' };
const meetingOf = (meetingType: MeetingType, startsAt: When = hours(0)) => ({
  bodyId: 'committee',
  meetingType,
  startsAt,
  timeZone: 'America/Los_Angeles',
  places: [],
});

const seen = (n: number, witness = 'union') => ({ witness, at: hours(n).earliest });

type Given = Partial<GivenNotice> & { claimed?: number; mode?: RecordingMode };
const posted = (evidence: Evidence, { claimed = -80, mode = 'live', ...more }: Given = {}): GivenNotice => ({
  of: 'agenda',
  eventId: 'posted',
  at: hours(claimed),
  recordingMode: mode,
  itemIds: ['a'],
  places: ['physical', 'web'],
  evidence,
  ...more,
});

const found = (given: readonly GivenNotice[], type: MeetingType = 'regular', startsAt?: When) =>
  provenNotice(meetingOf(type, startsAt), brownAct, {}, given);
const codes = (...given: readonly GivenNotice[]) => found(given).map(({ code }) => code);

describe('notice is proven', () => {
  it('by a witness who saw it in the record with the hours to go, to the second', () => {
    expect(found([posted({ held: seen(-74.5) })])).toEqual([
      {
        code: 'NOTICE_PROVEN',
        severity: 'info',
        ruleId: 'BA-01',
        inputs: {
          of: 'agenda',
          eventId: 'posted',
          requiredHours: 72,
          deadline: hours(-72).earliest,
          itemIds: ['a'],
          claimedHours: 80,
          provenHours: 74.5,
          marginHours: 2.5,
          held: seen(-74.5),
        },
      },
    ]);
    expect(codes(posted({ held: seen(-72) }))).toEqual(['NOTICE_PROVEN']);
    expect(codes(posted({ held: seen(-72 + 1 / 3600) }))).toEqual(['NOTICE_CLAIMED_ONLY']);
  });

  it('by nothing else: neither the time that is claimed nor an uninterrupted record', () => {
    expect(codes(posted({}))).toEqual(['NOTICE_CLAIMED_ONLY']);
    expect(codes(posted({ missing: seen(-90) }))).toEqual(['NOTICE_CLAIMED_ONLY']);
    expect(codes(posted({ held: seen(-80) }, { interrupted: true }))).toEqual(['NOTICE_CLAIMED_ONLY']);
  });

  it('before the earliest time at which the meeting may have begun', () => {
    const [finding] = found([posted({ held: seen(-80) })], 'regular', theDay);
    expect(finding).toMatchObject({
      code: 'NOTICE_CLAIMED_ONLY',
      inputs: { provenHours: 64, marginHours: -8 },
    });
  });

  it('item by item: what was added later has the hours of its own posting', () => {
    const early = posted({ held: seen(-80) }, { eventId: 'early' });
    const late = posted({ held: seen(-10) }, { eventId: 'late', claimed: -10, itemIds: ['a', 'b'] });
    expect(found([early, late]).map(({ code, inputs }) => [code, inputs.eventId, inputs.itemIds])).toEqual([
      ['NOTICE_PROVEN', 'early', ['a']],
      ['NOTICE_TOO_LATE_PROVEN', 'late', ['b']],
    ]);
  });

  it('at every kind of place: the one where it was posted last decides', () => {
    const at = (kind: Place['kind'], n: number) =>
      posted({ held: seen(n) }, { eventId: kind, places: [kind], claimed: n });
    expect(codes(at('physical', -80), at('web', -75))).toEqual(['NOTICE_PROVEN']);
    const [finding] = found([at('physical', -80), at('web', -20)]);
    expect(finding).toMatchObject({ code: 'NOTICE_TOO_LATE_PROVEN', inputs: { eventId: 'web' } });
  });
});

describe('notice is proven to be late', () => {
  it('by its own word, once a witness holds the record to it', () => {
    const [finding] = found([posted({ held: seen(-19) }, { claimed: -20 })]);
    expect(finding).toMatchObject({
      code: 'NOTICE_TOO_LATE_PROVEN',
      severity: 'warning',
      inputs: { claimedHours: 20, marginHours: -53 },
    });
    expect(codes(posted({}, { claimed: -20 }))).toEqual(['NOTICE_CLAIMED_ONLY']);
  });

  it('by a witness who saw the record without it when the hours had begun, where it was recorded live', () => {
    const without = { missing: seen(-71), held: seen(-60) };
    expect(codes(posted(without))).toEqual(['NOTICE_TOO_LATE_PROVEN']);
    expect(codes(posted({ missing: seen(-73), held: seen(-60) }))).toEqual(['NOTICE_CLAIMED_ONLY']);
    for (const mode of ['minutes', 'historical_import'] as const)
      expect(codes(posted(without, { mode }))).toEqual(['NOTICE_CLAIMED_ONLY']);
  });
});

describe('what the law demands', () => {
  const demands = (type: MeetingType, selection: Selection = brownAct) =>
    noticeDemands(meetingOf(type), selection, {}).map(({ ruleId, of, requiredHours, reach }) => [
      ruleId,
      of,
      requiredHours,
      reach,
    ]);

  it('depends on the kind of meeting', () => {
    expect(demands('regular')).toEqual([['BA-01', 'agenda', 72, 'binds']]);
    expect(demands('special')).toEqual([
      ['BA-02', 'agenda', 24, 'binds'],
      ['BA-02', 'members', 24, 'binds'],
    ]);
    expect(demands('emergency')).toEqual([['BA-04', 'media', 1, 'binds']]);
    expect(demands('adjourned')).toEqual([]);
  });

  it('depends on the law that the body is under', () => {
    expect(demands('special', { regime: 'GREENE_ACT' })).toEqual([['GA-01', 'agenda', 72, 'binds']]);
    expect(demands('regular', { regime: 'EERA_EXEMPT' })).toEqual([['BA-01', 'agenda', 72, 'informs']]);
    expect(demands('regular', { regime: 'EERA_EXEMPT', policy: ['BA-01'] })).toEqual([
      ['BA-01', 'agenda', 72, 'policy'],
    ]);
    expect(demands('regular', { regime: 'BYLAWS_ONLY' })).toEqual([]);
    const late = posted({ held: seen(-19) }, { claimed: -20 });
    const [finding] = provenNotice(meetingOf('regular'), { regime: 'EERA_EXEMPT' }, {}, [late]);
    expect(finding).toMatchObject({ code: 'NOTICE_TOO_LATE_PROVEN', severity: 'info' });
  });

  it('is judged of notices to members and media, too', () => {
    const notice = (of: 'members' | 'media', n: number) =>
      posted({ held: seen(n) }, { of, eventId: of, itemIds: [], places: [], claimed: n });
    expect(found([notice('members', -30)], 'special')).toMatchObject([
      { code: 'NOTICE_PROVEN', ruleId: 'BA-02', inputs: { of: 'members', marginHours: 6 } },
    ]);
    expect(found([notice('media', -0.5)], 'emergency')).toMatchObject([
      { code: 'NOTICE_TOO_LATE_PROVEN', ruleId: 'BA-04', inputs: { of: 'media', marginHours: -0.5 } },
    ]);
    expect(found([], 'special')).toEqual([]);
  });
});

describe('what a clause of the body demands (SP-18)', () => {
  const clause = (terms: NoticeTerms, more: Partial<GoverningRule> = {}) => ({
    governing: [governing({ kind: 'notice', notice: terms }, more)],
  });
  const under = (facts: ReturnType<typeof clause>, ...given: readonly GivenNotice[]) =>
    provenNotice(meetingOf('regular'), { regime: 'BYLAWS_ONLY' }, facts, given);
  /** The meeting begins in the afternoon there: the fifth day before it ends after 112 hours. */
  const fiveDays = clause({ of: 'agenda', days: 5 });

  it('is proven by a witness who saw the notice on the last civil day that is long enough before, anywhere', () => {
    const { deadline } = noticeDemands(meetingOf('regular'), { regime: 'BYLAWS_ONLY' }, fiveDays)[0]!;
    expect(civilDayAt(deadline, 'America/Los_Angeles')).toBe(
      civilDayAt(hours(0).earliest, 'America/Los_Angeles') - 5 * 24 * 3_600_000,
    );
    const one = (at: string) =>
      under(fiveDays, posted({ held: { witness: 'union', at } }, { places: ['web'], claimed: -130 }));
    expect(one(deadline)).toMatchObject([
      {
        code: 'NOTICE_PROVEN',
        ruleId: 'SP-18',
        inputs: { requiredDays: 5, marginHours: 0, clauseRef, boundRule: governingPin.ruleId },
      },
    ]);
    const after = new Date(Date.parse(deadline) + 1000).toISOString();
    expect(one(after)).toMatchObject([{ code: 'NOTICE_CLAIMED_ONLY', inputs: { marginHours: -0.01 } }]);
  });

  it('is proven to be broken: a warning, beside what the law says', () => {
    const late = posted({ held: seen(-80) }, { claimed: -81 });
    expect(under(fiveDays, late)).toMatchObject([{ code: 'NOTICE_TOO_LATE_PROVEN', severity: 'warning' }]);
    const both = provenNotice(meetingOf('regular'), brownAct, fiveDays, [late]);
    expect(both.map(({ code, ruleId }) => [ruleId, code])).toEqual([
      ['BA-01', 'NOTICE_PROVEN'],
      ['SP-18', 'NOTICE_TOO_LATE_PROVEN'],
    ]);
  });

  it('of hours and days is the earlier, of the meeting its notice to members; none before it is interpreted', () => {
    const week = clause({ of: 'meeting', days: 1, hours: 168 });
    const notice = posted({ held: seen(-170) }, { of: 'members', itemIds: [], places: [], claimed: -170 });
    expect(under(week, notice)).toMatchObject([{ code: 'NOTICE_PROVEN', inputs: { marginHours: 2 } }]);
    expect(under(clause({ of: 'meeting', days: 7 }, { inconsistent: true }), notice)).toEqual([]);
    expect(under(clause({ of: 'meeting', days: 7, meetingTypes: ['special'] }), notice)).toEqual([]);
  });
});

describe('the notices of a meeting', () => {
  it('are its postings and what was given to members, media and others, each with its evidence', () => {
    const envelope = { occurredAt: atInstant('2026-09-01T00:00:00Z'), recordingMode: 'live' as const };
    const places = [{ kind: 'web' as const, description: 'site' }];
    const given = givenNotices(
      [
        {
          eventId: 'e1',
          event: {
            type: 'AgendaPosted',
            postingId: 'p',
            itemIds: ['a'],
            places,
            continuouslyAccessible: false,
          },
          envelope,
        },
        { eventId: 'e2', event: { type: 'NoticeGiven', audience: 'media', waivedBy: [] }, envelope },
        { eventId: 'e3', event: { type: 'MeetingCancelled', reason: 'storm' }, envelope },
      ],
      (eventId) => (eventId === 'e2' ? { held: seen(-1) } : {}),
    );
    expect(given).toMatchObject([
      { of: 'agenda', eventId: 'e1', places: ['web'], interrupted: true, evidence: {} },
      { of: 'media', eventId: 'e2', evidence: { held: seen(-1) } },
    ]);
    expect(given).toHaveLength(2);
  });
});
