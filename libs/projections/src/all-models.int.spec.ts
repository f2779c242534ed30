import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { access, atInstant } from '#governance';
import type { Recorded } from '#governance';
import { addClaims, attempts, decidedStream, on, projected, recordOf, v01 } from './testing/index.ts';
import type { Attempt } from './testing/index.ts';
import {
  actorById,
  claimDifferences,
  composition,
  getBody,
  getApplication,
  getChallenge,
  getClaim,
  getCohort,
  getCommitment,
  getDecision,
  getMeeting,
  getMotion,
  getOrganization,
  getSchool,
  getSource,
  ledgerReadModels,
  listActors,
  listBodies,
  listChallenges,
  listClaims,
  listCommitments,
  listDecisions,
  listFindings,
  listMeetings,
  listMotions,
  listOrganizations,
  listPersons,
  listSources,
  motionTimeline,
  seatHistory,
} from './index.ts';
import type { Reads } from './index.ts';

/** Everything in every table, in an order that does not depend on how it came there. */
function dump(reads: Reads): Readonly<Record<string, readonly string[]>> {
  const tables = reads.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'");
  return Object.fromEntries(
    tables.map(({ name }) => [
      name,
      reads
        .all(`SELECT * FROM ${name}`)
        .map((row) => JSON.stringify(row))
        .sort(),
    ]),
  );
}

/** Tables that hold one row for each batch: of those, what they tell. */
const entryTables = [
  'body_entries',
  'meeting_entries',
  'motion_timeline',
  'seat_entries',
  'claim_entries',
  'commitment_entries',
  'challenge_entries',
  'cohort_entries',
  'school_entries',
  'application_entries',
];

const asOf = on('2026-06');

/** Every answer that can be asked for of what is in the tables. */
function answers(reads: Reads) {
  const ids = (sql: string) => reads.all<{ id: string }>(sql).map(({ id }) => id);
  const bodyIds = ids('SELECT body_id AS id FROM bodies');
  const seats = ids('SELECT DISTINCT id FROM seat_entries').map((id) => id.split('/') as [string, string]);
  return {
    bodies: [listBodies(reads), ...bodyIds.map((id) => getBody(reads, id))],
    compositions: bodyIds.flatMap((id) =>
      ['2019', '2020-06', '2021-03-15', '2023-09-01', 'unknown'].map((asOf) =>
        composition(reads, id, { asOf: on(asOf) }),
      ),
    ),
    seats: seats.map(([bodyId, seatId]) => seatHistory(reads, bodyId, seatId)),
    meetings: [
      listMeetings(reads),
      ...ids('SELECT meeting_id AS id FROM meetings').map((id) => getMeeting(reads, id)),
    ],
    motions: [
      listMotions(reads),
      ...ids('SELECT motion_id AS id FROM motions').map((id) => getMotion(reads, id)),
    ],
    timelines: ids('SELECT DISTINCT id FROM motion_timeline').map((id) => motionTimeline(reads, id)),
    decisions: [
      listDecisions(reads),
      ...ids('SELECT decision_id AS id FROM decisions').map((id) => getDecision(reads, id)),
    ],
    findings: listFindings(reads, { limit: 200 }),
    organizations: [listOrganizations(reads), getOrganization(reads, 'utla')],
    actors: [listActors(reads), actorById(reads, 'key-1')],
    sources: [listSources(reads), getSource(reads, 'page')],
    claims: [listClaims(reads), claimDifferences(reads), getClaim(reads, 'claim-b')],
    commitments: [listCommitments(reads, { asOf }), getCommitment(reads, 'target', { asOf })],
    challenges: [listChallenges(reads, { asOf }), getChallenge(reads, 'demand', { asOf })],
    persons: listPersons(reads),
    cohorts: ids('SELECT DISTINCT id FROM cohort_entries').map((id) => getCohort(reads, id)),
    schools: ids('SELECT DISTINCT id FROM school_entries').map((id) => getSchool(reads, id, { asOf })),
    applications: ids('SELECT DISTINCT id FROM application_entries').map((id) => getApplication(reads, id)),
  };
}

/** A record in which everything comes: a random history of one body, a whole meeting of another, and keys. */
function everything(attempted: readonly Attempt[]): readonly Recorded[] {
  const record = v01.v01Meeting();
  const keys = decidedStream(record, access.decider, 'key-1');
  const at = atInstant('2026-09-01T17:00:00Z');
  keys.execute({ type: 'IssueKey', label: 'secretary', secretSha256: 'a'.repeat(64) }, { at });
  keys.execute({ type: 'GrantRole', role: 'secretary', bodyId: v01.committeeId }, { at });
  keys.execute({ type: 'GrantRole', role: 'auditor' }, { at });
  keys.execute({ type: 'RevokeRole', role: 'auditor' }, { at });
  addClaims(record);
  const offset = record.events.length;
  const others = recordOf(attempted).events.map((one) => ({ ...one, position: one.position + offset }));
  return [...record.events, ...others];
}

const batchSizes = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 60 });

describe('all read models', () => {
  it('projected live, in batches of any size, hold what a rebuild makes of the same events', () => {
    fc.assert(
      fc.property(attempts, batchSizes, (attempted, sizes) => {
        const events = everything(attempted);
        const [rebuilt, live] = [
          projected(ledgerReadModels, events),
          projected(ledgerReadModels, events, sizes),
        ];
        const [whole, piecemeal] = [dump(rebuilt), dump(live)];
        for (const table of Object.keys(whole).filter((name) => !entryTables.includes(name)))
          expect({ [table]: piecemeal[table] }).toEqual({ [table]: whole[table] });
        expect(answers(live)).toEqual(answers(rebuilt));
      }),
      { numRuns: 30 },
    );
  });

  it('take any part of the record, as the public one leaves out what is not public, and answer', () => {
    fc.assert(
      fc.property(attempts, fc.infiniteStream(fc.boolean()), batchSizes, (attempted, isPublic, sizes) => {
        const events = everything(attempted).filter(() => isPublic.next().value);
        const told = answers(projected(ledgerReadModels, events, sizes));
        const bodyIds = new Set(
          events.filter(({ category }) => category === 'body').map((one) => one.streamId),
        );
        expect(told.bodies).toHaveLength(bodyIds.size + 1);
        const closed = events.filter(({ event }) => event.type === 'VoteClosed');
        expect(told.decisions).toHaveLength(closed.length + 1);
        const ofMotion = events.filter(({ category }) => category === 'motion');
        expect(told.timelines.flatMap((timeline) => timeline?.entries ?? [])).toHaveLength(ofMotion.length);
      }),
      { numRuns: 60 },
    );
  });

  it('take every event alone', () => {
    for (const recorded of everything([]))
      expect(() => answers(projected(ledgerReadModels, [recorded]))).not.toThrow();
  });
});
