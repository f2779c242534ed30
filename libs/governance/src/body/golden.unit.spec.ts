import { it } from '@jest/globals';
import { expectGolden, play, stepTime } from '../testing/index.ts';
import { decider, eventTypes } from './index.ts';
import type { Command, Facts } from './index.ts';
import { on } from './testing/committee.ts';

const clauseRef = { instrument: 'bylaws', version: '2026', clause: '3.1' };

/** A subcommittee from its establishment to its dissolution, with every optional field filled in once. */
const commands: readonly Command[] = [
  {
    type: 'EstablishBody',
    name: 'Application Subcommittee',
    classification: 'subcommittee',
    timeZone: 'America/Los_Angeles',
    parentBodyId: 'cssc',
    foundingClause: clauseRef,
    purpose: 'Recommends schools',
  },
  {
    type: 'DetermineOpenMeetingRegime',
    regime: 'BYLAWS_ONLY',
    basis: 'Bylaws 9',
    effectiveFrom: on('2026-09-01'),
  },
  {
    type: 'AdoptRulesOfOrder',
    rulesOfOrder: 'RONR',
    precedence: 'advisory',
    smallBoard: true,
    clauseRef,
    effectiveFrom: on('2026-09-01'),
  },
  {
    type: 'AdoptPublicationPolicy',
    ruleIds: ['BA-01', 'BA-07'],
    clauseRef,
    effectiveFrom: on('2026-09-01'),
  },
  { type: 'NameGoverningInstrument', instrumentId: 'bylaws' },
  { type: 'ReleaseGoverningInstrument', instrumentId: 'bylaws', reason: 'superseded by the charter' },
  {
    type: 'ChargeSubcommittee',
    charge: 'Revise the application',
    cadence: 'monthly',
    reportsBy: on('2027-spring'),
    expiresAt: on('2026-27'),
  },
  { type: 'DefineConstituency', constituencyId: 'lausd', name: 'LAUSD', organizationId: 'lausd' },
  { type: 'DefineConstituency', constituencyId: 'utla', name: 'UTLA' },
  {
    type: 'AppointWitness',
    witnessId: 'lausd-2026',
    organizationId: 'lausd',
    vkey: 'witness.lausd.example.org+0a1b2c3d+BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    url: 'https://witness.lausd.example.org',
  },
  {
    type: 'MissCosignature',
    witnessId: 'lausd-2026',
    size: 42,
    publishedAt: '2026-09-01T17:00:00.000Z',
    withinSeconds: 3600,
  },
  {
    type: 'CatchUpCosignature',
    witnessId: 'lausd-2026',
    size: 44,
    cosignedAt: '2026-09-01T20:00:00.000Z',
  },
  { type: 'DismissWitness', witnessId: 'lausd-2026', reason: 'its key was rotated' },
  {
    type: 'AdoptCompositionRule',
    clauseRef,
    perConstituency: [
      { constituencyId: 'lausd', voting: 1, advisory: 1 },
      { constituencyId: 'utla', voting: 1, advisory: 1 },
    ],
    min: 2,
    max: 6,
    parity: true,
    shares: [
      { constituencyId: 'lausd', percent: 50 },
      { constituencyId: 'utla', percent: 50 },
    ],
  },
  {
    type: 'OpenSeat',
    seatId: 'lausd-1',
    label: 'LAUSD seat 1',
    constituencyId: 'lausd',
    appointingAuthorityId: 'lausd',
    nominatorIds: ['lausd'],
    votingRight: 'full',
    exOfficioOf: 'chief-of-schools',
  },
  { type: 'OpenSeat', seatId: 'guest', label: 'Guest', nominatorIds: [], votingRight: 'none' },
  { type: 'ChangeSeatVotingRight', seatId: 'guest', votingRight: 'advisory', clauseRef },
  { type: 'SetDisplayNamePolicy', seatId: 'lausd-1', policy: 'initials' },
  { type: 'NominateForSeat', seatId: 'lausd-1', nominatorId: 'lausd', personId: 'ana' },
  {
    type: 'FillSeat',
    seatId: 'lausd-1',
    seatingId: 'lausd-1-2026',
    holder: { kind: 'person', id: 'ana' },
    startsAt: on('2026-09-01'),
    endsAt: on('2027'),
    appointedBy: 'lausd',
    instrumentRef: clauseRef,
  },
  {
    type: 'FillSeat',
    seatId: 'guest',
    seatingId: 'guest-2026',
    holder: { kind: 'organization', id: 'unite-la' },
    startsAt: on('2026-09-01'),
  },
  { type: 'ExtendTerm', seatId: 'lausd-1', until: on('2028-06-30'), basis: 'reappointment' },
  { type: 'DesignateAlternate', seatId: 'lausd-1', personId: 'ben' },
  { type: 'RevokeAlternate', seatId: 'lausd-1', personId: 'ben' },
  {
    type: 'GrantProxy',
    proxyId: 'proxy-1',
    seatId: 'lausd-1',
    toSeatId: 'guest',
    scope: 'meeting',
    scopeId: 'm-1',
    expiresAt: on('2026-12-31'),
    clauseRef,
  },
  { type: 'RevokeProxy', proxyId: 'proxy-1' },
  { type: 'AssignRole', roleId: 'co-chair-1', role: 'co_chair', holder: { kind: 'seat', id: 'lausd-1' } },
  { type: 'EndRole', roleId: 'co-chair-1', reason: 'rotation' },
  {
    type: 'DeclareInterest',
    interestId: 'interest-1',
    seatId: 'lausd-1',
    subject: 'School X',
    nature: 'parent of a pupil',
  },
  { type: 'WithdrawInterest', interestId: 'interest-1' },
  { type: 'VacateSeat', seatId: 'guest', reason: 'resigned' },
  { type: 'CloseSeat', seatId: 'guest', reason: 'not needed' },
  { type: 'SucceedBody', successorId: 'csplc' },
  { type: 'DissolveBody', reason: 'work done' },
];

const facts = (n: number): Facts => ({
  at: stepTime(n),
  bodyId: 'application',
  organizationIds: new Set(['lausd', 'unite-la']),
  relatedBody: { ancestorIds: [] },
  instrument: { revision: 4 },
  authority: undefined,
});

it('keeps the stored shape of its events', () => {
  const steps = commands.map((command, n) => ({ command, facts: facts(n) }));
  expectGolden('body', eventTypes, play(decider, steps));
});
