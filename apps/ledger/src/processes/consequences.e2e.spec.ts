import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { establishCommittee, patience, startLedger, votingClause } from '../testing/index.ts';
import type { TestLedger } from '../testing/index.ts';

const bodyId = 'board';
let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startLedger();
  await establishCommittee(ledger, bodyId, 1);
}, patience);
afterAll(() => ledger.close());

const seats = ['district-1', 'union-1'];

type Line = Readonly<{ operation: string; target?: string; body?: object }>;

/** A meeting of its own about one motion, from the call to order on, a moment ago. */
async function meet(motionId: string, draft: object, proceedings: (meetingId: string) => readonly Line[]) {
  const begin = Date.now();
  const clock = (moment: number): string => new Date(begin + moment).toISOString();
  const meetingId = `${motionId}-meeting`;
  const target = `motions/${motionId}`;
  const item = {
    itemId: 'item-1',
    number: '1',
    title: 'It',
    description: 'What it is about',
    kind: 'action',
  };
  const schedule = { bodyId, meetingType: 'regular', startsAt: clock(0), places: [], occurredAt: clock(0) };
  const lines: readonly Line[] = [
    { operation: 'scheduleMeeting', body: schedule },
    { operation: 'addAgendaItem', body: { ...item, motionId } },
    { operation: 'draftMotion', target, body: { bodyId, title: motionId, text: 'Resolved, …', ...draft } },
    { operation: 'submitMotion', target },
    { operation: 'agendizeMotion', target, body: { meetingId, itemId: 'item-1' } },
    {
      operation: 'callToOrder',
      body: { presiding: { kind: 'seat', id: 'district-1' }, occurredAt: clock(1) },
    },
    ...seats.map((seatId) => ({
      operation: 'recordArrival',
      body: { seatId, by: 'member', mode: 'in_person' },
    })),
    ...proceedings(meetingId).map((line) => ({
      target,
      ...line,
      body: { occurredAt: clock(2), ...line.body },
    })),
  ];
  await ledger.record(`/v1/meetings/${meetingId}/record-meeting`, { bodyId, lines });
  await ledger.settled();
}

/** Both sides vote on a motion that has an effect. */
const carry = (motionId: string, effect: object, option = 'yes'): Promise<void> =>
  meet(motionId, { effect }, (meetingId) => [
    { operation: 'moveMotion', body: { meetingId, seatId: 'district-1' } },
    { operation: 'secondMotion', body: { seatId: 'union-1' } },
    { operation: 'openVote', body: { voteEventId: 'v1', method: 'roll_call', clause: votingClause(bodyId) } },
    ...seats.map((seatId) => ({ operation: 'recordBallot', body: { voteEventId: 'v1', seatId, option } })),
    { operation: 'closeVote', body: { voteEventId: 'v1' } },
  ]);

/** Both sides elect the same seat to an office. */
const elect = (motionId: string, role: string, seatId: string): Promise<void> =>
  meet(motionId, {}, (meetingId) => [
    { operation: 'callElection', body: { meetingId, role } },
    {
      operation: 'nominateCandidate',
      body: { candidateId: seatId, candidate: { kind: 'seat', id: seatId } },
    },
    { operation: 'closeNominations' },
    {
      operation: 'openElectionRound',
      body: { ballotingId: 'b1', clause: votingClause(bodyId), method: 'written' },
    },
    ...seats.map((elector) => ({
      operation: 'recordElectionBallot',
      body: { ballotingId: 'b1', seatId: elector, option: 'candidate', candidateId: seatId },
    })),
    { operation: 'closeElectionRound', body: { ballotingId: 'b1' } },
  ]);

const read = async (path: string) => (await ledger.get(`/v1/${path}`)).body;
const typesOf = async (stream: string) =>
  ((await read(`events?stream=${stream}`)).items as { type: string }[]).map(({ type }) => type);

async function proposeBylaws(instrumentId: string): Promise<void> {
  const at = `/v1/instruments/${instrumentId}`;
  await ledger.record(`${at}/register-instrument`, { kind: 'bylaws', title: 'Bylaws', bodyId });
  const operations = [
    { kind: 'insertion', clause: { clauseId: 'c1', number: '1', text: 'There is a board.' } },
  ];
  await ledger.record(`${at}/propose-version`, { versionId: 'v1', operations });
}

describe('an election', () => {
  it('gives the office to who is elected, and takes it from who held it', async () => {
    await elect('first-chair', 'chair', 'union-1');
    await elect('second-chair', 'chair', 'district-1');
    const roles = ((await read(`events?stream=body-${bodyId}`)).items as { type: string; data: object }[])
      .filter(({ type }) => ['RoleAssigned', 'RoleEnded'].includes(type))
      .slice(-3)
      .map(({ type, data }) => ({ type, ...data }));
    expect(roles).toMatchObject([
      { type: 'RoleAssigned', roleId: 'first-chair', role: 'chair', holder: { kind: 'seat', id: 'union-1' } },
      { type: 'RoleEnded', roleId: 'first-chair' },
      { type: 'RoleAssigned', roleId: 'second-chair', holder: { kind: 'seat', id: 'district-1' } },
    ]);
  });
});

describe('an adopted motion', () => {
  it('adopts the version of the instrument that it names', async () => {
    await proposeBylaws('bylaws-1');
    await carry('adopting', { kind: 'adopt_version', instrumentId: 'bylaws-1', versionId: 'v1' });
    expect(await typesOf('instrument-bylaws-1')).toContain('InstrumentVersionAdopted');
    const { items } = await read('events?stream=instrument-bylaws-1');
    const adopted = (items as { type: string; metadata: Record<string, unknown>; data: object }[]).find(
      ({ type }) => type === 'InstrumentVersionAdopted',
    );
    expect(adopted?.metadata).toMatchObject({
      recordedBy: {
        actorId: 'consequences',
        role: 'process',
        authority: { kind: 'motion', ref: 'adopting' },
      },
      recordingMode: 'minutes',
    });
  });

  it('does nothing where it was rejected', async () => {
    await proposeBylaws('bylaws-2');
    await carry('rejected', { kind: 'adopt_version', instrumentId: 'bylaws-2', versionId: 'v1' }, 'no');
    expect(await typesOf('instrument-bylaws-2')).not.toContain('InstrumentVersionAdopted');
  });

  it('selects schools, and they are designated', async () => {
    const cohort = {
      bodyId,
      programId: 'community-schools',
      label: 'One',
      schoolYear: '2026-27',
      plannedSize: 3,
      authorityRef: { kind: 'office', ref: 'secretary' },
    };
    await ledger.record('/v1/cohorts/one/define-cohort', cohort);
    for (const school of ['cedar', 'alder'])
      await ledger.record(`/v1/schools/${school}/register-school`, { name: school, bodyId });
    await carry('selecting', { kind: 'approve_selection', cohortId: 'one', schoolIds: ['cedar', 'alder'] });
    for (const school of ['cedar', 'alder'])
      expect(await typesOf(`school-${school}`)).toEqual(['SchoolRegistered', 'SchoolDesignated']);
  });

  it('whose effect the rules refuse leaves a finding, and the next is carried out all the same', async () => {
    await carry('impossible', { kind: 'adopt_version', instrumentId: 'no-bylaws', versionId: 'v1' });
    const { items } = await read(`findings?bodyId=${bodyId}&code=CONSEQUENCE_REFUSED`);
    expect(items).toMatchObject([
      {
        inputs: { causedBy: 'motion-impossible', stream: 'instrument-no-bylaws', code: 'INSTRUMENT_UNKNOWN' },
      },
    ]);
    await proposeBylaws('bylaws-3');
    await carry('possible', { kind: 'adopt_version', instrumentId: 'bylaws-3', versionId: 'v1' });
    expect(await typesOf('instrument-bylaws-3')).toContain('InstrumentVersionAdopted');
  });

  it('does nothing to what belongs to another body', async () => {
    await establishCommittee(ledger, 'neighbour', 1);
    await ledger.record('/v1/instruments/theirs/register-instrument', {
      kind: 'bylaws',
      title: 'Bylaws of the neighbour',
      bodyId: 'neighbour',
    });
    const operations = [
      { kind: 'insertion', clause: { clauseId: 'c1', number: '1', text: 'We govern ourselves.' } },
    ];
    await ledger.record('/v1/instruments/theirs/propose-version', { versionId: 'v1', operations });
    await carry('meddling', { kind: 'adopt_version', instrumentId: 'theirs', versionId: 'v1' });
    expect(await typesOf('instrument-theirs')).not.toContain('InstrumentVersionAdopted');
    const { items } = await read(`findings?bodyId=${bodyId}&code=CONSEQUENCE_REFUSED`);
    expect(items).toContainEqual(
      expect.objectContaining({
        inputs: expect.objectContaining({ stream: 'instrument-theirs', code: 'EFFECT_ON_OTHER_BODY' }),
      }),
    );
  });

  it('shows its effect, which must be whole', async () => {
    expect(await read('motions/adopting')).toMatchObject({
      effect: { kind: 'adopt_version', instrumentId: 'bylaws-1', versionId: 'v1' },
    });
    const draft = { bodyId, title: 't', text: 't', effect: { kind: 'adopt_version', cohortId: 'one' } };
    const { status, body } = await ledger.post('/v1/motions/halved/draft-motion', draft);
    expect([status, body.code]).toEqual([422, 'EFFECT_INCOMPLETE']);
  });
});
