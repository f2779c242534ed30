import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hash } from 'node:crypto';
import {
  constituencies,
  establishCommittee,
  motionInMeeting,
  patience,
  seatsOf,
  startLedger,
  votingClause,
} from '../testing/index.ts';
import type { TestLedger } from '../testing/index.ts';

const [bodyId, meetingId, motionId] = ['committee', 'september', 'coordinators'];
const meeting = `/v1/meetings/${meetingId}`;
const motion = `/v1/motions/${motionId}`;
const everyone = constituencies.flatMap((constituency) => seatsOf(constituency, 2));

let ledger: TestLedger;
const read = async (path: string) => {
  await ledger.caughtUp();
  return (await ledger.get(path)).body;
};
const minutes = (query = '') => read(`${meeting}/minutes${query}`);

/** Votes on a motion that is pending; everyone says yes but some. */
async function vote(id: string, noes: readonly string[] = []) {
  const at = `/v1/motions/${id}`;
  await ledger.record(`${at}/open-vote`, {
    voteEventId: 'vote-1',
    clause: votingClause(bodyId),
    method: 'roll_call',
  });
  for (const seatId of everyone)
    await ledger.record(`${at}/record-ballot`, {
      voteEventId: 'vote-1',
      seatId,
      option: noes.includes(seatId) ? 'no' : 'yes',
    });
  await ledger.record(`${at}/close-vote`, { voteEventId: 'vote-1' });
}

async function adopt(id: string) {
  const at = `/v1/motions/${id}`;
  await ledger.record(`${at}/draft-motion`, { bodyId, title: id, text: `Resolved, ${id}.` });
  await ledger.record(`${at}/submit-motion`, {});
  await ledger.record(`${at}/move-motion`, { meetingId, seatId: 'union-1' });
  await ledger.record(`${at}/second-motion`, { seatId: 'district-1' });
  await vote(id);
}

beforeAll(async () => {
  ledger = await startLedger();
  await establishCommittee(ledger, bodyId, 2);
  await motionInMeeting(ledger, { bodyId, meetingId, motionId, present: everyone });
  await vote(motionId, ['union-2']);
}, patience);
afterAll(() => ledger.close());

const correction = { voteEventId: 'vote-1', seatId: 'union-2', reason: 'The tape has it.' };

describe('a correction of a vote', () => {
  it('is refused where it changes nothing, or would change the outcome without the body', async () => {
    const correct = (body: object) =>
      ledger.post(`${motion}/correct-vote-record`, { ...correction, ...body });
    expect(await correct({ to: 'no' })).toMatchObject({
      status: 422,
      body: { code: 'CORRECTION_NO_CHANGE' },
    });
    expect(await correct({ to: 'yes' })).toMatchObject({
      status: 422,
      body: { code: 'CLERICAL_CORRECTION_CHANGES_OUTCOME', rule: 'RR-13' },
    });
    expect(await correct({ to: 'yes', authorityMotionId: motionId })).toMatchObject({
      body: { code: 'CORRECTION_NEEDS_AUTHORITY' },
    });
    expect(await correct({ to: 'yes', authorityMotionId: 'nothing' })).toMatchObject({
      body: { code: 'MOTION_UNKNOWN' },
    });
  });

  it('by motion restates the tally and disposes of the motion anew; the original stays beside it', async () => {
    await adopt('amend-record');
    const { body } = await ledger.record(`${motion}/correct-vote-record`, {
      ...correction,
      to: 'yes',
      authorityMotionId: 'amend-record',
    });
    expect((body.events as { type: string }[]).map(({ type }) => type)).toEqual([
      'VoteRecordCorrected',
      'TallyRestated',
      'MotionAdopted',
    ]);
    expect(await read(`/v1/decisions/${motionId}:vote-1`)).toMatchObject({
      outcome: 'adopted',
      corrected: true,
      counts: { yes: 4 },
      original: { outcome: 'rejected', counts: { yes: 3, no: 1 } },
      corrections: [{ seatId: 'union-2', from: 'no', to: 'yes', changesOutcome: true }],
    });
    const explanation = await read(`/v1/decisions/${motionId}:vote-1/explanation`);
    expect(explanation).toMatchObject({ outcome: 'adopted', original: { outcome: 'rejected' } });
    expect(JSON.stringify(explanation.original)).toContain('not met');
    expect(await read(motion)).toMatchObject({
      status: 'adopted',
      votes: [{ result: 'pass', asClosed: { result: 'fail' }, corrections: [{ to: 'yes' }] }],
    });
  });
});

describe('minutes', () => {
  it('are not there before they are drafted', async () => {
    expect(await minutes()).toMatchObject({ code: 'NOT_FOUND' });
    expect(
      await ledger.post(`${meeting}/attest-record`, { seatId: 'union-1', sha256: 'a'.repeat(64) }),
    ).toMatchObject({ body: { code: 'MINUTES_NOT_DRAFTED' } });
  });

  it('are drafted from the record, and say what it lacks', async () => {
    await ledger.record(`${meeting}/adjourn`, {});
    const { body } = await ledger.record(`${meeting}/draft-minutes`, {});
    expect(body.findings).toMatchObject([
      {
        code: 'MINUTES_INCOMPLETE',
        ruleId: 'RR-15',
        inputs: { missing: ['place', 'secretary', 'previous_minutes'] },
      },
    ]);
    expect(await ledger.post(`${meeting}/draft-minutes`, {})).toMatchObject({
      body: { code: 'MINUTES_UNCHANGED' },
    });
  });

  it('are served by language and format, as the bytes that the event names', async () => {
    for (const [lang, format, words] of [
      ['en', 'markdown', 'The motion was adopted'],
      ['es', 'html', 'La moción fue aprobada'],
    ] as const) {
      const { rendition } = await minutes(`?lang=${lang}&format=${format}`);
      const { text, sha256 } = rendition as { text: string; sha256: string };
      expect(text).toContain(words);
      expect(hash('sha256', text)).toBe(sha256);
    }
    expect((await ledger.get(`${meeting}/minutes?lang=tlh`)).status).toBe(400);
    expect((await ledger.get(`${meeting}/minutes?revision=1`)).status).toBe(404);
  });

  it('are for the members until the body publishes its drafts, or whoever drafts says otherwise', async () => {
    const drafts = async () => {
      const { items } = await read(`/v1/events?stream=meeting-${meetingId}`);
      return (items as { type: string; metadata: { visibility: string } }[])
        .filter(({ type }) => type === 'MinutesDrafted')
        .map(({ metadata }) => metadata.visibility);
    };
    expect(await drafts()).toEqual(['members']);
    await ledger.record(`${meeting}/give-notice`, { audience: 'members', waivedBy: [] });
    await ledger.record(`${meeting}/draft-minutes`, { visibility: 'public' });
    await ledger.record(`/v1/bodies/${bodyId}/adopt-publication-policy`, {
      ruleIds: [],
      publishes: ['draft_minutes'],
      clauseRef: { instrument: 'bylaws', clause: '9' },
      effectiveFrom: '2020',
    });
    await ledger.record(`${meeting}/give-notice`, { audience: 'media', waivedBy: [] });
    await ledger.record(`${meeting}/draft-minutes`, {});
    expect(await drafts()).toEqual(['members', 'public', 'public']);
  });

  it('are read as they stood, and as the record knew them', async () => {
    const all = await minutes();
    const times = (
      all.drafts as { provenance: { recordedAt: string; occurredAt: { literal: string } } }[]
    ).map(({ provenance }) => provenance);
    const draftsAt = async (query: string) =>
      ((await minutes(`?${query}`)).drafts as object[] | undefined)?.length ?? 0;
    expect(times).toHaveLength(3);
    expect(await draftsAt(`knownAt=${times[0]!.recordedAt}`)).toBe(1);
    expect(await draftsAt(`knownAt=${times[1]!.recordedAt}`)).toBe(2);
    expect(await draftsAt(`asOf=${times[1]!.occurredAt.literal}`)).toBe(2);
    expect((await minutes(`?knownAt=${times[0]!.recordedAt}`)).sha256).toBe(
      (all.drafts as { sha256: string }[])[0]!.sha256,
    );
    expect((await ledger.get(`${meeting}/minutes?knownAt=2020`)).status).toBe(404);
    expect((await ledger.get(`${meeting}/minutes?asOf=2020`)).status).toBe(404);
    expect((await ledger.get(`${meeting}/minutes?asOf=someday`)).status).toBe(400);
  });

  it('are attested when each co-chair vouches for the hash that stands', async () => {
    const { sha256 } = await minutes();
    const attest = (seatId: string, hash = sha256) =>
      ledger.post(`${meeting}/attest-record`, { seatId, sha256: hash });
    expect(await attest('union-2')).toMatchObject({ body: { code: 'NOT_CO_CHAIR_AS_OF' } });
    expect(await attest('union-1', 'b'.repeat(64))).toMatchObject({
      body: { code: 'ATTESTATION_HASH_MISMATCH', rule: 'SP-16' },
    });
    expect((await attest('union-1')).status).toBe(201);
    expect(await minutes()).toMatchObject({ attested: false });
    expect((await attest('district-1')).status).toBe(201);
    expect(await minutes()).toMatchObject({ attested: true, status: 'draft' });
  });

  const approval = { motionId: 'amend-record', asCorrected: false, privacyChecked: true };

  it('are approved by an adopted motion, once checked for personal data, and never altered after', async () => {
    const approve = (body: object) => ledger.post(`${meeting}/approve-minutes`, { ...approval, ...body });
    expect(await approve({ motionId: 'nothing' })).toMatchObject({ body: { code: 'MOTION_UNKNOWN' } });
    expect(await approve({ privacyChecked: false })).toMatchObject({
      body: { code: 'PRIVACY_CHECK_MISSING', rule: 'PR-01' },
    });
    expect((await approve({})).status).toBe(201);
    expect(await minutes()).toMatchObject({ status: 'approved', attested: true, approved: approval });
    expect(await approve({})).toMatchObject({ body: { code: 'MINUTES_APPROVED_IMMUTABLE', rule: 'RR-13' } });
    expect(await ledger.post(`${meeting}/draft-minutes`, {})).toMatchObject({
      body: { code: 'MINUTES_APPROVED_IMMUTABLE' },
    });
  });

  it('hold the record of their votes: a clerical correction comes too late', async () => {
    expect(
      await ledger.post(`/v1/motions/amend-record/correct-vote-record`, { ...correction, to: 'abstain' }),
    ).toMatchObject({ body: { code: 'CORRECTION_NEEDS_AUTHORITY', rule: 'RR-13' } });
  });

  it('are corrected by motion, beside the approved text', async () => {
    const before = await minutes();
    const correct = (body: object) =>
      ledger.post(`${meeting}/correct-minutes`, {
        correctionId: 'c-1',
        authorityMotionId: 'amend-record',
        before: 'Seat union-2',
        after: 'Seat union-2 (by alternate)',
        ...body,
      });
    expect(await correct({ before: 'Seat union-9' })).toMatchObject({
      body: { code: 'PASSAGE_NOT_IN_MINUTES' },
    });
    expect((await correct({})).status).toBe(201);
    const after = await minutes();
    expect(after).toMatchObject({
      sha256: before.sha256,
      rendition: before.rendition,
      corrections: [{ correctionId: 'c-1', after: 'Seat union-2 (by alternate)' }],
    });
  });
});

describe('a voided motion', () => {
  it('keeps its decision, marked', async () => {
    await ledger.record(`${motion}/void-motion`, { basis: 'court', reason: 'No notice was given.' });
    expect(await read(`/v1/decisions/${motionId}:vote-1`)).toMatchObject({
      outcome: 'adopted',
      voided: true,
      voidedAs: { basis: 'court' },
    });
    expect(await ledger.post(`${motion}/void-motion`, { basis: 'cure', reason: 'Again.' })).toMatchObject({
      body: { code: 'UNKNOWN_MOTION_STATE_TRANSITION' },
    });
  });
});
