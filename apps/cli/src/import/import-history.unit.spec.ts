import { describe, expect, it } from '@jest/globals';
import { Failure } from '../failure.ts';
import type { History, Request } from './history.ts';
import { importHistory } from './import-history.ts';
import type { Post } from './ledger-client.ts';

const seats: History = {
  history: 'h',
  title: 'Seats',
  defaults: {},
  operations: ['a', 'b', 'c'].map((seatId) => ({
    operation: 'openSeat',
    target: 'bodies/b',
    body: { seatId },
  })),
};

/** A ledger that answers a repeated key with the first outcome and refuses what `refused` names. */
function ledger(refused?: string) {
  const recorded: Request[] = [];
  const post: Post = async (request) => {
    if (refused !== undefined && request.body.includes(refused))
      throw new Failure('SEAT_LABEL_TAKEN (HTTP 422)');
    const repeated = recorded.some(({ idempotencyKey }) => idempotencyKey === request.idempotencyKey);
    if (!repeated) recorded.push(request);
    const findings = request.body.includes('"c"') ? [{ code: 'NOTICE_TOO_SHORT', severity: 'warning' }] : [];
    return Promise.resolve({ position: String(recorded.length), findings, repeated });
  };
  return { recorded, post };
}

describe('an import', () => {
  it('records every operation in order and counts the findings', async () => {
    const { recorded, post } = ledger();
    const steps: number[] = [];
    const imported = await importHistory(seats, { post, onProgress: (done) => steps.push(done) });
    expect(recorded.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { seatId: 'a' },
      { seatId: 'b' },
      { seatId: 'c' },
    ]);
    expect(steps).toEqual([1, 2, 3]);
    expect(imported).toMatchObject({ operations: 3, repeated: 0, position: '3' });
    expect([...imported.findings]).toEqual([['NOTICE_TOO_SHORT', 1]]);
  });

  it('stops at a refusal, names the entry, and goes on from there the next time', async () => {
    const { recorded, post } = ledger('"b"');
    await expect(importHistory(seats, { post })).rejects.toThrow(
      'entry 2 of 3 (/v1/bodies/b/open-seat): SEAT_LABEL_TAKEN (HTTP 422)\nThe 1 entries before it are recorded; run this again to go on from there.',
    );
    expect(recorded).toHaveLength(1);
  });

  it('records nothing twice', async () => {
    const { recorded, post } = ledger();
    await importHistory(seats, { post });
    expect(await importHistory(seats, { post })).toMatchObject({ operations: 3, repeated: 3 });
    expect(recorded).toHaveLength(3);
  });
});
