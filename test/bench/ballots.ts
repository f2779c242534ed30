import { postTo } from '../../apps/cli/src/import/ledger-client.ts';
import type { Post } from '../../apps/cli/src/import/ledger-client.ts';

/** One answer of one seat to one open vote. */
export type Ballot = Readonly<{ path: string; body: string }>;

const bodyId = 'bench';
const meetingId = 'bench-1';
const sides = ['a', 'b'];
const seatsPerSide = 32;
export const seatIds = sides.flatMap((side) =>
  Array.from({ length: seatsPerSide }, (_, n) => `${side}-${n + 1}`),
);

/** Clause 1 of the body's bylaws binds a majority of the body and of each side. */
const clause = { instrumentId: 'bench-bylaws', clauseId: 'voting' };

let commands = 0;

const command = (post: Post) => (path: string, body: object) =>
  post({ path: `/v1/${path}`, body: JSON.stringify(body), idempotencyKey: `bench-${++commands}` });

async function bindRule(record: ReturnType<typeof command>, occurredAt: string): Promise<void> {
  const { instrumentId, clauseId } = clause;
  const at = `instruments/${instrumentId}`;
  const versionId = 'v1';
  const operations = [
    { kind: 'insertion', clause: { clauseId, number: '1', text: 'Both sides decide together.' } },
  ];
  const sources = [{ sourceId: 'bench', locator: 'p. 1', confidence: 'stated' }];
  const external = { decidedBy: 'Founders' };
  const preset = 'concurrent_majority';
  await record(`${at}/register-instrument`, { kind: 'bylaws', title: 'Bylaws', bodyId, occurredAt });
  await record(`${at}/propose-version`, { versionId, operations, occurredAt });
  await record(`${at}/adopt-version`, { versionId, external, sources, occurredAt });
  await record(`${at}/bind-rule`, {
    ruleId: 'both-sides',
    ...{ clauseId, versionId, preset },
    effectiveFrom: occurredAt,
    occurredAt,
  });
}

/** A body of 64 seats, all filled, sitting in a meeting that every member attends. */
export async function prepareMeeting(url: string, key: string): Promise<void> {
  const record = command(postTo(url, key));
  const occurredAt = '2024-09-01';
  const body = `bodies/${bodyId}`;
  await record(`${body}/establish-body`, {
    name: 'Bench',
    classification: 'committee',
    timeZone: 'UTC',
    occurredAt,
  });
  for (const constituencyId of sides)
    await record(`${body}/define-constituency`, { constituencyId, name: constituencyId, occurredAt });
  for (const seatId of seatIds) {
    const [constituencyId] = seatId.split('-');
    const seat = { seatId, label: seatId, constituencyId, nominatorIds: [], votingRight: 'full', occurredAt };
    await record(`${body}/open-seat`, seat);
    const holder = { kind: 'person', id: `p-${seatId}` };
    await record(`${body}/fill-seat`, {
      seatId,
      seatingId: seatId,
      holder,
      startsAt: occurredAt,
      occurredAt,
    });
  }
  const presiding = { kind: 'seat', id: 'a-1' };
  await record(`${body}/assign-role`, { roleId: 'chair', role: 'chair', holder: presiding, occurredAt });
  await bindRule(record, occurredAt);
  const schedule = { bodyId, meetingType: 'regular', startsAt: new Date().toISOString(), places: [] };
  await record(`meetings/${meetingId}/schedule-meeting`, schedule);
  await record(`meetings/${meetingId}/call-to-order`, { presiding });
  for (const seatId of seatIds)
    await record(`meetings/${meetingId}/record-arrival`, { seatId, by: 'member', mode: 'in_person' });
}

async function openVote(record: ReturnType<typeof command>, motion: string): Promise<void> {
  await record(`${motion}/draft-motion`, { bodyId, title: 'Bench', text: 'Resolved, to measure.' });
  await record(`${motion}/submit-motion`, {});
  await record(`${motion}/move-motion`, { meetingId, seatId: 'a-1' });
  await record(`${motion}/second-motion`, { seatId: 'b-1' });
  await record(`${motion}/open-vote`, { voteEventId: 'v', method: 'roll_call', clause });
}

const motionId = (n: number): string => `motions/bench-${n}`;

/** Motions with an open vote each. */
export async function openVotes(url: string, key: string, from: number, count: number): Promise<void> {
  const record = command(postTo(url, key));
  const motions = Array.from({ length: count }, (_, n) => motionId(from + n));
  for (let n = 0; n < count; n += seatIds.length)
    await Promise.all(motions.slice(n, n + seatIds.length).map((motion) => openVote(record, motion)));
}

/** Every seat's ballot in these votes, spread over the votes so that neighbours meet in different streams. */
export const ballotsIn = (from: number, count: number): readonly Ballot[] =>
  seatIds.flatMap((seatId, turn) =>
    Array.from({ length: count }, (_, n) => ({
      path: `/v1/${motionId(from + ((n + turn) % count))}/record-ballot`,
      body: JSON.stringify({ voteEventId: 'v', seatId, option: 'yes' }),
    })),
  );

/** A vote with all its ballots, closed: what a decision is read from. */
export async function decide(url: string, key: string, n: number): Promise<string> {
  const record = command(postTo(url, key));
  await openVotes(url, key, n, 1);
  for (const seatId of seatIds)
    await record(`${motionId(n)}/record-ballot`, { voteEventId: 'v', seatId, option: 'yes' });
  const { position } = await record(`${motionId(n)}/close-vote`, { voteEventId: 'v' });
  return `/v1/decisions/bench-${n}:v?minPosition=${position}`;
}
