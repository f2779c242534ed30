import { describe, it } from '@jest/globals';
import { expectGoldenWith, given } from '../testing/index.ts';
import { decider } from './index.ts';
import type { MemberArrived, RemoteParticipation } from './index.ts';
import type { RecordArrival } from './record-arrival.ts';
import { at, brownAct, facts, minutes, scheduled } from './testing/committee.ts';

const meeting = given(decider);
const arrival = (seatId: string, remote?: RemoteParticipation): MemberArrived => ({
  type: 'MemberArrived',
  seatId,
  by: 'member',
  mode: remote ? 'remote' : 'in_person',
  ...(remote && { remoteBasis: 'a provision', remote }),
});
const arrive = (remote: RemoteParticipation): RecordArrival => ({
  ...arrival('union-1', remote),
  type: 'RecordArrival',
});
const posted = { rule: 'posted_location', location: 'City hall', onAgenda: true } as const;

describe('a member who takes part from elsewhere (BA-11)', () => {
  it('REMOTE_LOCATION_NOT_POSTED under the rule that wants the place on the agenda, in every mode', () => {
    for (const remote of [
      { rule: 'posted_location', onAgenda: true },
      { rule: 'posted_location', location: 'City hall' },
    ] as const) {
      const recorded = meeting(scheduled()).when(arrive(remote), brownAct(minutes(0)));
      for (const mode of ['live', 'minutes', 'historicalImport'] as const)
        recorded[mode]
          .records(arrival('union-1', remote))
          .withRuled('warning REMOTE_LOCATION_NOT_POSTED by BA-11');
    }
  });
  it('is where the agenda says, or under a rule that wants no posting', () => {
    for (const remote of [posted, { rule: 'in_person_quorum' }, { rule: 'other' }] as const)
      meeting(scheduled())
        .when(arrive(remote), brownAct(minutes(0)))
        .live.withFindings();
  });
  it('is no finding of a body that the law does not bind', () => {
    meeting(scheduled())
      .when(arrive({ rule: 'posted_location' }), facts(minutes(0)))
      .live.withFindings();
  });
  it('keeps its stored shape', () => {
    expectGoldenWith('meeting', 'remote', arrival('union-1', { ...posted, insideJurisdiction: true }));
  });
});

describe('a quorum where the law wants it (BA-11)', () => {
  const quorum = [{ scope: 'body', base: 'fixed', n: 3, num: 1, den: 1, cmp: 'gte' }] as const;
  const having = (remote: RemoteParticipation, ...inPerson: readonly string[]) =>
    meeting(
      scheduled(),
      ...inPerson.map((seatId) => at(minutes(0), arrival(seatId))),
      at(minutes(0), arrival('union-1', remote)),
    ).when({ type: 'EstablishQuorum', quorum }, brownAct(minutes(5)));
  const two = ['district-1', 'district-2'] as const;
  const three = [...two, 'union-2'] as const;

  it('QUORUM_OUTSIDE_JURISDICTION: who is outside does not count, who is inside does', () => {
    const outside = having({ ...posted, insideJurisdiction: false }, ...two);
    for (const mode of ['live', 'minutes', 'historicalImport'] as const)
      outside[mode]
        .withRuled('warning QUORUM_OUTSIDE_JURISDICTION by BA-11')
        .withInputs({ remoteSeatIds: ['union-1'], inPerson: false });
    having({ ...posted, insideJurisdiction: true }, ...two).live.withFindings();
    having(posted, ...two).live.withFindings();
    having({ ...posted, insideJurisdiction: false }, ...three).live.withFindings();
  });
  it('QUORUM_OUTSIDE_JURISDICTION: under the other rule nobody who is elsewhere counts', () => {
    having({ rule: 'in_person_quorum', insideJurisdiction: true }, ...two)
      .live.withRuled('warning QUORUM_OUTSIDE_JURISDICTION by BA-11')
      .withInputs({ inPerson: true });
    having({ rule: 'in_person_quorum' }, ...three).live.withFindings();
    having({ rule: 'other' }, ...two).live.withFindings();
  });
});
