import fc from 'fast-check';
import { body } from '#governance';
import type { RecordingMode, When } from '#governance';
import { facts, on, ruledCommittee } from '../../../governance/src/body/testing/committee.ts';
import { anyCommand, days } from '../../../governance/src/body/testing/commands.ts';
import { decidedStream } from './decided-stream.ts';
import type { DecidedStream } from './decided-stream.ts';
import { TestRecord } from './record.ts';

export const bodyId = 'cssc';

/** A time in the zone of the body, at any precision. */
export { on };

/** What decisions on the body know besides its stream. */
export const bodyFacts = (at: When): body.Facts => facts('2019-08-01', { at });

/** A record in which two constituencies of two seats, and an observer's, are established; nobody sits yet. */
export function foundedRecord(): TestRecord {
  const record = new TestRecord();
  for (const { event, at } of ruledCommittee)
    record.add('body', bodyId, event, { at, recordingMode: 'historical_import' });
  return record;
}

/** The committee's stream in a record. */
export const decidedBody = (record: TestRecord): DecidedStream<body.BodyState, body.Command, body.Facts> =>
  decidedStream(record, body.decider, bodyId);

export type Attempt = Readonly<{ command: body.Command; at: When }>;

/** One alternate of one seat who comes and goes: what is entered late meets what is there. */
const comingAndGoing = fc
  .constantFrom('DesignateAlternate' as const, 'RevokeAlternate' as const)
  .map((type): body.Command => ({ type, seatId: 'utla-1', personId: 'eva' }));
const command = fc.oneof({ weight: 4, arbitrary: anyCommand }, { weight: 1, arbitrary: comingAndGoing });

/** Whatever may be tried on the committee: in the order in which it happened, or entered late. */
export const attempts: fc.Arbitrary<readonly Attempt[]> = fc
  .tuple(
    fc.array(fc.record({ command, at: days }), { minLength: 5, maxLength: 80, size: 'max' }),
    fc.boolean(),
  )
  .map(([attempted, inOrder]) =>
    inOrder ? attempted.toSorted((a, b) => a.at.earliest.localeCompare(b.at.earliest)) : attempted,
  );

/** The committee's record with whatever of the attempts is accepted. */
export function recordOf(
  attempted: readonly Attempt[],
  mode: RecordingMode = 'historical_import',
): TestRecord {
  const record = foundedRecord();
  const stream = decidedBody(record);
  for (const { command, at } of attempted) stream.attempt(command, bodyFacts(at), { mode });
  return record;
}
