import { describe, expect, it } from '@jest/globals';
import type { NoticeTerms } from '../instrument/bound-rule.ts';
import type { GoverningRule } from '../instrument/governing.ts';
import type { When } from '../kernel/index.ts';
import { clauseRef, governing, governingPin } from '../testing/governing.ts';
import type { Command } from './index.ts';
import {
  added,
  at,
  brownAct,
  facts,
  givenMeeting,
  hours,
  posted,
  scheduled,
  theDay,
} from './testing/committee.ts';

const notice = (terms: NoticeTerms, more: Partial<GoverningRule> = {}): GoverningRule =>
  governing({ kind: 'notice', notice: terms }, more);
const fiveDays = notice({ of: 'agenda', days: 5 });
const weekOfNotice = notice({ of: 'meeting', days: 7 });
const boundRules = [governingPin];

const post: Command = {
  type: 'PostAgenda',
  postingId: 'p-1',
  places: [{ kind: 'web', description: 'Web site', url: 'https://committee.example' }],
  itemIds: ['1'],
};
const call: Command = { type: 'CallToOrder', presiding: { kind: 'seat', id: 'district-1' } };
const give: Command = { type: 'GiveNotice', audience: 'members', waivedBy: [] };
const meeting = [scheduled(), added('1')] as const;
const notified = (when: When) => at(when, { type: 'NoticeGiven', audience: 'members', waivedBy: [] });

describe('an agenda under a notice rule of a clause (SP-18)', () => {
  it('in time: the posting pins the rule and the revision of its instrument', () => {
    const { type: _type, ...posting } = post;
    givenMeeting(...meeting)
      .when(post, facts(hours(-5 * 24), { governing: [fiveDays] }))
      .live.records({ type: 'AgendaPosted', ...posting, boundRules })
      .withFindings();
  });
  it('CLAUSE_NOTICE_TOO_SHORT in every mode: cites clause and version, and what was asked', () => {
    givenMeeting(...meeting)
      .when(post, facts(hours(-4 * 24), { governing: [fiveDays] }))
      .live.withRuled('warning CLAUSE_NOTICE_TOO_SHORT by SP-18')
      .minutes.withRuled('warning CLAUSE_NOTICE_TOO_SHORT by SP-18')
      .historicalImport.withRuled('warning CLAUSE_NOTICE_TOO_SHORT by SP-18')
      .live.withInputs({ clauseRef, boundRule: 'rule', requiredDays: 5, days: 4, itemIds: ['1'] });
  });
  it('days are civil days in the zone of the meeting: late in the evening five days before is in time', () => {
    // The meeting begins on 8 September at four in the afternoon; 3 September ends at seven in the morning UTC.
    givenMeeting(...meeting)
      .when(post, facts(hours(-4 * 24 - 16.5), { governing: [fiveDays] }))
      .live.withFindings();
    givenMeeting(...meeting)
      .when(post, facts(hours(-4 * 24 - 15.5), { governing: [fiveDays] }))
      .live.withFindings('CLAUSE_NOTICE_TOO_SHORT');
  });
  it('hours are elapsed hours', () => {
    const hundred = notice({ of: 'agenda', hours: 100 });
    givenMeeting(...meeting)
      .when(post, facts(hours(-99.5), { governing: [hundred] }))
      .live.withInputs({ requiredHours: 100, hours: 99.5 });
    givenMeeting(...meeting)
      .when(post, facts(hours(-100), { governing: [hundred] }))
      .live.withFindings();
  });
  it('the law and the clause are judged both, so the stricter decides', () => {
    const lax = notice({ of: 'agenda', hours: 24 });
    givenMeeting(...meeting)
      .when(post, brownAct(hours(-80), { governing: [notice({ of: 'agenda', hours: 96 })] }))
      .live.withRuled('warning NO_PHYSICAL_POSTING by BA-01', 'warning CLAUSE_NOTICE_TOO_SHORT by SP-18');
    givenMeeting(...meeting)
      .when(post, brownAct(hours(-48), { governing: [lax] }))
      .live.withRuled('warning NO_PHYSICAL_POSTING by BA-01', 'warning NOTICE_TOO_SHORT by BA-01');
  });
  it('of two clauses each is judged', () => {
    const other = notice({ of: 'agenda', days: 10 }, { ruleId: 'mou-notice' });
    givenMeeting(...meeting)
      .when(post, facts(hours(-6 * 24), { governing: [fiveDays, other] }))
      .live.withInputs({ boundRule: 'mou-notice', requiredDays: 10, days: 6 })
      .withFindings('CLAUSE_NOTICE_TOO_SHORT');
  });
  it('of a posting that follows others only what is new is late', () => {
    givenMeeting(scheduled(), added('1'), added('2'), posted(hours(-6 * 24), '1'))
      .when({ ...post, itemIds: ['1', '2'] }, facts(hours(-2), { governing: [fiveDays] }))
      .live.withInputs({ itemIds: ['2'], days: 0 });
  });
  it('a day that minutes give is no objection as long as it may have been in time', () => {
    givenMeeting(...meeting)
      .when(post, facts(theDay, { governing: [notice({ of: 'agenda', hours: 16 })] }))
      .minutes.withFindings();
    givenMeeting(...meeting)
      .when(post, facts(theDay, { governing: [notice({ of: 'agenda', hours: 17 })] }))
      .minutes.withFindings('CLAUSE_NOTICE_TOO_SHORT');
  });
  it('applies to the types of meetings that it names; without, not to an emergency', () => {
    const emergency = [scheduled({ meetingType: 'emergency' }), added('1')];
    givenMeeting(...emergency)
      .when(post, facts(hours(-1), { governing: [fiveDays] }))
      .live.withFindings();
    givenMeeting(...emergency)
      .when(
        post,
        facts(hours(-1), { governing: [notice({ of: 'agenda', hours: 2, meetingTypes: ['emergency'] })] }),
      )
      .live.withFindings('CLAUSE_NOTICE_TOO_SHORT');
    givenMeeting(...meeting)
      .when(
        post,
        facts(hours(-1), { governing: [notice({ of: 'agenda', days: 2, meetingTypes: ['special'] })] }),
      )
      .live.withFindings();
  });
  it('RULE_CLAUSE_AMENDED: the clause reads otherwise since the rule was bound to it', () => {
    givenMeeting(...meeting)
      .when(post, facts(hours(-200), { governing: [{ ...fiveDays, clauseAmended: true }] }))
      .live.withFindings('RULE_CLAUSE_AMENDED');
  });
});

describe('notice to the members under a rule of a clause', () => {
  it('CLAUSE_NOTICE_TOO_SHORT, or in time', () => {
    givenMeeting(scheduled())
      .when(give, facts(hours(-6 * 24), { governing: [weekOfNotice] }))
      .live.withInputs({ clauseRef, requiredDays: 7, days: 6, audience: 'members' });
    givenMeeting(scheduled())
      .when(give, facts(hours(-7 * 24), { governing: [weekOfNotice] }))
      .live.records({ type: 'NoticeGiven', audience: 'members', waivedBy: [], boundRules });
  });
  it('media are told as the law says, not the clause', () => {
    givenMeeting(scheduled())
      .when({ ...give, audience: 'media' }, facts(hours(-1), { governing: [weekOfNotice] }))
      .live.records({ type: 'NoticeGiven', audience: 'media', waivedBy: [] })
      .withFindings();
  });
});

describe('the call to order under notice rules of clauses', () => {
  const both = { governing: [fiveDays, weekOfNotice] };
  it('CLAUSE_NOTICE_MISSING: nothing was posted, and nobody told', () => {
    givenMeeting(scheduled())
      .when(call, facts(hours(0), both))
      .live.withRuled('warning CLAUSE_NOTICE_MISSING by SP-18', 'warning CLAUSE_NOTICE_MISSING by SP-18')
      .records({
        type: 'MeetingCalledToOrder',
        presiding: { kind: 'seat', id: 'district-1' },
        boundRules: [governingPin, governingPin],
      });
  });
  it('in time', () => {
    givenMeeting(...meeting, posted(hours(-130), '1'), notified(hours(-200)))
      .when(call, facts(hours(0), both))
      .live.withFindings();
  });
  it('CLAUSE_NOTICE_TOO_SHORT: the first notice counts', () => {
    givenMeeting(...meeting, posted(hours(-130), '1'), notified(hours(-100)), notified(hours(-50)))
      .when(call, facts(hours(0), both))
      .live.withInputs({ requiredDays: 7, days: 4 })
      .withFindings('CLAUSE_NOTICE_TOO_SHORT');
  });
});

describe('a meeting moved forward', () => {
  const earlier: Command = { type: 'RescheduleMeeting', startsAt: hours(-48) };
  it('CLAUSE_NOTICE_TOO_SHORT: what was long enough is so no longer', () => {
    givenMeeting(...meeting, posted(hours(-130), '1'), notified(hours(-190)))
      .when(earlier, facts(hours(-100), { governing: [fiveDays, weekOfNotice] }))
      .live.withFindings('CLAUSE_NOTICE_TOO_SHORT', 'CLAUSE_NOTICE_TOO_SHORT');
  });
  it('before anything was given there is nothing to say', () => {
    givenMeeting(...meeting)
      .when(earlier, facts(hours(-100), { governing: [fiveDays, weekOfNotice] }))
      .live.withFindings();
  });
});

it('without a rule nothing is pinned', () => {
  const { type: _type, ...posting } = post;
  expect(posting).not.toHaveProperty('boundRules');
  givenMeeting(...meeting)
    .when(post, facts(hours(-1)))
    .live.records({ type: 'AgendaPosted', ...posting });
});
