import type { TestLedger } from './start-ledger.ts';

export const constituencies = ['district', 'union'] as const;
export const seatsOf = (constituency: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${constituency}-${i + 1}`);

/** Half of the body and half of each side have to say yes; so many have to be there. */
export const concurrentMajority = {
  ruleId: 'concurrent-majority',
  clauseRef: { instrument: 'bylaws', version: '2023', clause: '5.3' },
  quorum: [
    { scope: 'body', base: 'seats_authorized', num: 1, den: 2, cmp: 'gt' },
    { scope: 'each_constituency', base: 'seats_authorized', num: 1, den: 2, cmp: 'gt' },
    { mandatorySeats: ['co_chair:district', 'co_chair:union'] },
  ],
  passIfAny: [
    [
      { scope: 'body', base: 'votes_cast', num: 1, den: 2, cmp: 'gt', minimumYes: 1 },
      { scope: 'each_constituency', base: 'votes_cast', num: 1, den: 2, cmp: 'gt', minimumYes: 1 },
    ],
  ],
  abstention: 'excluded',
  recusal: { countsForQuorum: true, reducesSeatBase: false },
  emptyBase: 'fail',
  tie: 'fails',
};

/** Where a committee's rule is bound: to clause 5.3 of its bylaws. */
export const votingClause = (bodyId: string) => ({ instrumentId: `${bodyId}-bylaws`, clauseId: 'voting' });

/** Bylaws in force since the founding, as the founders' copy has them, with one clause that states a rule. */
export async function registerBylaws(
  ledger: TestLedger,
  bodyId: string,
  decision: object,
  name = bodyId,
): Promise<void> {
  const { instrumentId, clauseId } = votingClause(name);
  const at = `/v1/instruments/${instrumentId}`;
  const versionId = '2023';
  const effectiveFrom = '2023';
  const old = {
    recordingMode: 'historical_import',
    occurredAt: effectiveFrom,
    sources: [{ sourceId: 'founders', locator: 'p. 1', confidence: 'stated' }],
  };
  const clause = { clauseId, number: '5.3', text: 'Both sides decide together.' };
  const operations = [{ kind: 'insertion', clause }];
  await ledger.record(`${at}/register-instrument`, { kind: 'bylaws', title: 'Bylaws', bodyId });
  await ledger.record(`${at}/propose-version`, { versionId, operations, ...old });
  await ledger.record(`${at}/adopt-version`, { versionId, external: { decidedBy: 'Founders' }, ...old });
  const terms = { kind: 'decision', decision };
  await ledger.record(`${at}/bind-rule`, { ruleId: 'decides', clauseId, versionId, terms, effectiveFrom });
}

async function seat(ledger: TestLedger, bodyId: string, constituencyId: string, seatId: string) {
  await ledger.record(`/v1/bodies/${bodyId}/open-seat`, {
    seatId,
    label: `Seat ${seatId}`,
    constituencyId,
    nominatorIds: [],
    votingRight: 'full',
  });
  await ledger.record(`/v1/bodies/${bodyId}/fill-seat`, {
    seatId,
    seatingId: `${seatId}-first`,
    holder: { kind: 'person', id: `person-${bodyId}-${seatId}` },
    startsAt: '2020',
  });
}

/** A body of two constituencies with as many filled seats each, a co-chair in the first seat of each. */
export async function establishCommittee(
  ledger: TestLedger,
  bodyId: string,
  seats: number,
  decision: object = concurrentMajority,
): Promise<void> {
  const at = `/v1/bodies/${bodyId}`;
  const timeZone = 'America/Los_Angeles';
  await ledger.record(`${at}/establish-body`, { name: bodyId, classification: 'committee', timeZone });
  for (const constituencyId of constituencies)
    await ledger.record(`${at}/define-constituency`, { constituencyId, name: constituencyId });
  await ledger.record(`${at}/adopt-composition-rule`, {
    clauseRef: concurrentMajority.clauseRef,
    perConstituency: constituencies.map((constituencyId) => ({ constituencyId, voting: seats })),
    parity: true,
  });
  for (const constituencyId of constituencies) {
    for (const seatId of seatsOf(constituencyId, seats)) await seat(ledger, bodyId, constituencyId, seatId);
    const holder = { kind: 'seat', id: `${constituencyId}-1` };
    const roleId = `co-chair-${constituencyId}`;
    await ledger.record(`${at}/assign-role`, { roleId, role: 'co_chair', holder, constituencyId });
  }
  await registerBylaws(ledger, bodyId, decision);
}

/** A meeting that sits, with everyone there, and a motion that was moved and seconded across the aisle. */
export async function motionInMeeting(
  ledger: TestLedger,
  {
    bodyId,
    meetingId,
    motionId,
    present,
  }: Readonly<Record<'bodyId' | 'meetingId' | 'motionId', string>> & Readonly<{ present: readonly string[] }>,
): Promise<void> {
  const [meeting, motion] = [`/v1/meetings/${meetingId}`, `/v1/motions/${motionId}`];
  const startsAt = new Date().toISOString();
  await ledger.record(`${meeting}/schedule-meeting`, {
    bodyId,
    meetingType: 'regular',
    startsAt,
    places: [],
  });
  const item = { itemId: 'item-1', number: '1', title: 'Coordinators', kind: 'action', motionId };
  await ledger.record(`${meeting}/add-agenda-item`, item);
  await ledger.record(`${motion}/draft-motion`, { bodyId, title: 'Coordinators', text: 'Resolved, …' });
  await ledger.record(`${motion}/submit-motion`, {});
  await ledger.record(`${motion}/agendize-motion`, { meetingId, itemId: 'item-1' });
  await ledger.record(`${meeting}/call-to-order`, { presiding: { kind: 'seat', id: 'district-1' } });
  for (const seatId of present)
    await ledger.record(`${meeting}/record-arrival`, { seatId, by: 'member', mode: 'in_person' });
  await ledger.record(`${motion}/move-motion`, { meetingId, seatId: 'district-1' });
  await ledger.record(`${motion}/second-motion`, { seatId: 'union-1' });
}
