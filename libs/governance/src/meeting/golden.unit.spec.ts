import { adoptedOf, otherMotion } from '../motion/testing/others.ts';
import { it } from '@jest/globals';
import type { When } from '../kernel/index.ts';
import { expectGolden, play } from '../testing/golden.ts';
import type { Step } from '../testing/golden.ts';
import { adoptedMotion, facts, hours, item, minutes, rendered } from './testing/committee.ts';
import { decider as motionDecider } from '../motion/index.ts';
import { decider, eventTypes } from './index.ts';
import type { Command, Facts } from './index.ts';

const step = (at: When, command: Command): Step<Command, Facts> => ({ command, facts: facts(at) });
const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** A question before the body, and an amendment of it that was moved and seconded. */
const question = { ...motionDecider.initialState, bodyId: 'committee', meetingId: 'september' };
const suspension = new Map([
  ['suspension', otherMotion('suspension', adoptedOf('incidental.suspend_rules', { bodyId: 'committee' }))],
]);
const floor = new Map([
  [
    'amendment',
    {
      motionId: 'amendment',
      revision: 2,
      state: {
        ...question,
        status: 'pending' as const,
        classification: 'subsidiary.amend' as const,
        appliesTo: 'two-more-schools',
      },
    },
  ],
  [
    'two-more-schools',
    { motionId: 'two-more-schools', revision: 4, state: { ...question, status: 'pending' as const } },
  ],
]);

/** A meeting in which everything happens, with every field that an event can have in the first of its type. */
const before: readonly Step<Command, Facts>[] = [
  step(hours(-110), {
    type: 'ScheduleMeeting',
    bodyId: 'committee',
    meetingType: 'regular',
    title: 'September meeting',
    startsAt: hours(-1),
    timeZone: 'America/Los_Angeles',
    places: [{ kind: 'physical', description: 'Board room' }],
    remoteAccess: 'https://committee.example/join',
  }),
  step(hours(-105), {
    type: 'RescheduleMeeting',
    startsAt: hours(0),
    places: [{ kind: 'physical', description: 'Library' }],
    reason: 'The board room is taken.',
  }),
  step(hours(-100), {
    type: 'AddAgendaItem',
    ...item('cohort', { motionId: 'two-more-schools', continuedFrom: 'august' }),
  }),
  step(hours(-100), { type: 'AddAgendaItem', ...item('minutes', { kind: 'consent' }) }),
  step(hours(-100), { type: 'AddAgendaItem', ...item('talks', { kind: 'closed' }) }),
  step(hours(-100), { type: 'AddAgendaItem', ...item('report', { kind: 'report' }) }),
  step(hours(-99), {
    type: 'ReviseAgendaItem',
    ...item('cohort', { motionId: 'two-more-schools', continuedFrom: 'august', title: 'Schools' }),
  }),
  step(hours(-98), { type: 'RemoveAgendaItem', itemId: 'report' }),
  step(hours(-80), {
    type: 'PostAgenda',
    postingId: 'first',
    places: [
      { kind: 'physical', description: 'Door' },
      { kind: 'web', description: 'Web site', url: 'https://committee.example/agenda' },
    ],
    itemIds: ['cohort', 'minutes', 'talks'],
    sha256,
    continuouslyAccessible: true,
  }),
  step(hours(-79), { type: 'GiveNotice', audience: 'members', waivedBy: ['union-2'] }),
  step(hours(-78), {
    type: 'DistributeWriting',
    title: 'Applications',
    sha256,
    toMajority: true,
    publicFrom: hours(-78),
    location: 'Room 12',
  }),
];

const meeting: readonly Step<Command, Facts>[] = [
  step(minutes(0), { type: 'CallToOrder', presiding: { kind: 'seat', id: 'district-1' } }),
  step(minutes(1), {
    type: 'RecordArrival',
    seatId: 'union-1',
    by: 'alternate',
    personId: 'alternate-union-1',
    mode: 'remote',
    remoteBasis: 'Gov. Code 54953(b)',
  }),
  step(minutes(1), { type: 'RecordArrival', seatId: 'district-1', by: 'member', mode: 'in_person' }),
  step(minutes(1), { type: 'RecordArrival', seatId: 'district-2', by: 'member', mode: 'in_person' }),
  step(minutes(2), {
    type: 'EstablishQuorum',
    quorum: [
      { scope: 'body', base: 'seats_authorized', num: 1, den: 2, cmp: 'gt' },
      { scope: 'each_constituency', base: 'seats_authorized', num: 1, den: 2, cmp: 'gte' },
      { mandatorySeats: ['co_chair:district', 'co_chair:union'] },
    ],
  }),
  step(minutes(3), { type: 'OpenPublicComment', itemId: 'cohort' }),
  step(minutes(5), { type: 'ClosePublicComment', speakers: 2 }),
  step(minutes(6), { type: 'PullFromConsent', itemId: 'minutes', seatId: 'district-2' }),
  step(minutes(7), { type: 'AddAgendaItem', ...item('flood') }),
  step(minutes(8), {
    type: 'AdmitOffAgendaItem',
    itemId: 'flood',
    basis: 'emergency',
    findingMotionId: 'emergency-exists',
  }),
  step(minutes(9), {
    type: 'RecordRecusal',
    seatId: 'district-2',
    itemId: 'cohort',
    interestId: 'works-there',
    identifiedPublicly: true,
    leftRoom: true,
  }),
  step(minutes(10), { type: 'OpenItem', itemId: 'cohort' }),
  {
    command: { type: 'StateQuestion', motionId: 'amendment' },
    facts: facts(minutes(10), { motions: floor }),
  },
  step(minutes(11), { type: 'RuleFromChair', rulingId: 'first', question: 'In order?', ruling: 'Yes.' }),
  step(minutes(12), {
    type: 'AppealRuling',
    rulingId: 'first',
    seatId: 'district-2',
    secondedBySeatId: 'union-1',
  }),
  step(minutes(13), { type: 'SustainRuling', rulingId: 'first' }),
  step(minutes(14), { type: 'RuleFromChair', rulingId: 'second', question: 'Germane?', ruling: 'No.' }),
  step(minutes(15), {
    type: 'AppealRuling',
    rulingId: 'second',
    seatId: 'district-2',
    secondedBySeatId: 'union-1',
  }),
  step(minutes(16), { type: 'OverturnRuling', rulingId: 'second' }),
  {
    command: {
      type: 'SuspendRules',
      rules: ['RR-02'],
      purpose: 'To take up the cohort before the minutes.',
      itemId: 'cohort',
      byMotionId: 'suspension',
    },
    facts: facts(minutes(16), { motions: suspension }),
  },
  step(minutes(17), { type: 'CloseItem', itemId: 'cohort' }),
  step(minutes(18), { type: 'EnterClosedSession', statute: 'Gov. Code 54957.6', itemIds: ['talks'] }),
  step(minutes(30), { type: 'LeaveClosedSession', reportableAction: true }),
  step(minutes(31), { type: 'ReportClosedSession', action: 'The offer is approved.', votes: '3 yes' }),
  step(minutes(32), { type: 'Recess', until: minutes(40) }),
  step(minutes(40), { type: 'Reconvene' }),
  step(minutes(50), { type: 'RecordDeparture', seatId: 'union-1' }),
  step(minutes(51), {
    type: 'NoteQuorumLost',
    quorum: [{ scope: 'each_constituency', base: 'seats_authorized', num: 1, den: 2, cmp: 'gte' }],
  }),
  step(minutes(52), { type: 'Adjourn', to: hours(48) }),
  step(minutes(60), { type: 'PostAdjournmentNotice', place: 'Door of the library' }),
  {
    command: { type: 'DraftMinutes' },
    facts: facts(hours(20), { rendered: rendered(sha256, { missing: ['secretary'] }) }),
  },
  step(hours(21), { type: 'AttestRecord', seatId: 'union-1', sha256 }),
  {
    command: { type: 'ApproveMinutes', motionId: 'approve', asCorrected: true, privacyChecked: true },
    facts: facts(hours(48), { authorityMotion: adoptedMotion('approve', hours(47)) }),
  },
  {
    command: {
      type: 'CorrectMinutes',
      correctionId: 'correction-1',
      authorityMotionId: 'amend',
      before: 'four schools',
      after: 'five schools',
    },
    facts: facts(hours(90), {
      authorityMotion: adoptedMotion('amend', hours(89)),
      passageFound: true,
    }),
  },
];

const cancelled: readonly Step<Command, Facts>[] = [
  ...before.slice(0, 1),
  step(hours(-50), { type: 'CancelMeeting', reason: 'No business.' }),
];

it('keeps the stored shape of every event of a meeting', () => {
  const events = [...play(decider, [...before, ...meeting]), ...play(decider, cancelled)];
  expectGolden('meeting', eventTypes, events);
});
