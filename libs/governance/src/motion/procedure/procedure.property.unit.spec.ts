import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { recordingModes, settle } from '../../kernel/index.ts';
import type { RecordingMode } from '../../kernel/index.ts';
import { stateAfter } from '../../testing/index.ts';
import { byClause as decider } from '../testing/by-clause.ts';
import type { Amendment, Command, MotionEvent, MotionState, OtherMotion } from '../index.ts';
import { facts, members, pending, rule } from '../testing/committee.ts';
import { adoptedOf, otherMotion, pendingOf, rejectedOf, withOthers } from '../testing/others.ts';
import { amendedText } from './amendment.ts';

const amendments: readonly Amendment[] = [
  { operation: 'add', insert: 'By June.' },
  { operation: 'strike', strike: 'more' },
  { operation: 'strike_and_insert', strike: 'two', insert: 'three' },
  { operation: 'insert', insert: 'in each district', after: 'schools' },
  { operation: 'substitute', insert: 'Resolved, that two more schools be named.' },
];
const amended = amendments.map((amendment, i) =>
  otherMotion(`amend-${i}`, adoptedOf('subsidiary.amend', { amendment })),
);
const adoptedLater = amendments.map((amendment, i) =>
  otherMotion(`later-${i}`, adoptedOf('bringback.amend_previously_adopted', { amendment })),
);
const reconsiderations: readonly OtherMotion[] = [
  otherMotion('again-0', adoptedOf('bringback.reconsider')),
  otherMotion('again-1', adoptedOf('bringback.reconsider')),
  otherMotion('again-2', rejectedOf('bringback.reconsider')),
  otherMotion('again-3', pendingOf('bringback.reconsider')),
];
const others = [
  ...amended,
  ...adoptedLater,
  ...reconsiderations,
  otherMotion('rescind', adoptedOf('bringback.rescind')),
  otherMotion('table', adoptedOf('subsidiary.lay_on_table')),
  otherMotion('discharge', adoptedOf('bringback.discharge_committee')),
];

const idOf = (motions: readonly OtherMotion[]) => fc.constantFrom(...motions.map(({ motionId }) => motionId));
const by = <T extends Command['type']>(type: T, motions: readonly OtherMotion[] = others) =>
  fc.record({ type: fc.constant(type), byMotionId: idOf(motions) }) as fc.Arbitrary<Command>;

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: by('AmendMotionText', amended) },
  by('AmendMotionText'),
  by('TableMotion'),
  fc.constant<Command>({ type: 'TakeFromTable' }),
  fc.constant<Command>({ type: 'ReferMotion', toBodyId: 'subcommittee' }),
  by('DischargeCommittee'),
  { weight: 3, arbitrary: by('MoveReconsideration', reconsiderations) },
  { weight: 3, arbitrary: by('ReconsiderMotion', reconsiderations) },
  { weight: 2, arbitrary: by('EndReconsideration', reconsiderations) },
  by('RescindMotion'),
  { weight: 2, arbitrary: by('AmendAdoptedMotion', adoptedLater) },
  fc.constant<Command>({ type: 'TransmitMotion', toBodyId: 'board', toMotionId: 'b-1' }),
  {
    weight: 3,
    arbitrary: fc.constantFrom('v-1', 'v-2', 'v-3').map((voteEventId): Command => ({
      ...{ type: 'OpenVote', voteEventId, rule, method: 'roll_call' },
    })),
  },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('v-1', 'v-2', 'v-3')
      .map((voteEventId): Command => ({ type: 'CloseVote', voteEventId })),
  },
);
const attempts = fc.array(fc.record({ command, mode: fc.constantFrom(...recordingModes) }), {
  maxLength: 60,
  size: 'max',
});

type Recorded = Readonly<{ events: readonly MotionEvent[]; state: MotionState; mode: RecordingMode }>;

/** All say yes to what the chair puts. */
const answers = ({ events: [event] }: Pick<Recorded, 'events'>): readonly Command[] =>
  event?.type === 'VoteOpened'
    ? members.map((seatId) => ({
        ...{ type: 'RecordBallot', voteEventId: event.voteEventId, seatId, option: 'yes' },
      }))
    : [];

/** Tries everything in turn, and goes on where something is refused. */
function record(tried: readonly Readonly<{ command: Command; mode: RecordingMode }>[]): readonly Recorded[] {
  let state = stateAfter(decider, pending);
  const given = withOthers(others);
  const attempt = (one: Command, mode: RecordingMode): readonly Recorded[] => {
    const outcome = settle(decider.decide(state, one, given), mode, given);
    if (!outcome.accepted) return [];
    state = outcome.events.reduce((before, event) => decider.evolve(before, event, given.at), state);
    const recorded = { events: outcome.events, state, mode };
    return [recorded, ...answers(recorded).flatMap((answer) => attempt(answer, mode))];
  };
  return tried.flatMap((one) => attempt(one.command, one.mode));
}
const eventsOf = (recorded: readonly Recorded[]) => recorded.flatMap(({ events }) => events);

describe('whatever is tried on a motion', () => {
  it('the text is what the adopted operations make of it, and its hash is that of the text', () => {
    let changes = 0;
    fc.assert(
      fc.property(attempts, (tried) => {
        const recorded = record(tried);
        let { text } = stateAfter(decider, pending);
        for (const event of eventsOf(recorded))
          if (event.type === 'MotionTextAmended' || event.type === 'AdoptedMotionAmended') {
            const after = amendedText(text, event.amendment);
            text = 'text' in after ? after.text : `misfit: ${after.problem}`;
            expect([event.text, event.afterSha256]).toEqual([text, facts().sha256(text)]);
            changes++;
          }
        expect(recorded.at(-1)?.state.text ?? text).toBe(text);
      }),
      { numRuns: 300 },
    );
    expect(changes).toBeGreaterThan(50);
  });

  it('replay makes the state that was live', () => {
    fc.assert(
      fc.property(attempts, (tried) => {
        const recorded = record(tried);
        const stored = JSON.parse(JSON.stringify(eventsOf(recorded))) as MotionEvent[];
        const history = stored.reduce(
          (state, event) => decider.evolve(state, event, facts().at),
          stateAfter(decider, pending),
        );
        const live = recorded.at(-1)?.state ?? stateAfter(decider, pending);
        expect(history).toEqual(live);
      }),
    );
  });

  it('it is reconsidered at most once, unless minutes tell of a second time, which is a finding', () => {
    let reconsidered = 0;
    fc.assert(
      fc.property(attempts, (tried) => {
        const counted = (one: typeof tried): number =>
          eventsOf(record(one)).filter(({ type }) => type === 'MotionReconsidered').length;
        expect(counted(tried.map((one) => ({ ...one, mode: 'live' })))).toBeLessThanOrEqual(1);
        for (const { events, state, mode } of record(tried))
          if (events[0]?.type === 'ReconsiderationMoved' && mode === 'live')
            expect(state.procedure.reconsidered).toBe(false);
        reconsidered += counted(tried);
      }),
      { numRuns: 3000 },
    );
    expect(reconsidered).toBeGreaterThan(5);
  });

  it('nothing takes effect twice, and nothing is rescinded, amended or sent that was not adopted', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(attempts, (tried) => {
        const recorded = record(tried);
        for (const { type } of eventsOf(recorded)) seen.add(type);
        const applied = recorded.at(-1)?.state.procedure.appliedMotionIds ?? [];
        expect(new Set(applied).size).toBe(applied.length);
        let decided = false;
        for (const event of eventsOf(recorded)) {
          if (event.type === 'MotionAdopted') decided = true;
          if (event.type === 'MotionReconsidered') decided = false;
          if (event.type === 'MotionRescinded' || event.type === 'MotionTransmitted')
            expect(decided).toBe(true);
          if (event.type === 'MotionTextAmended') expect(decided).toBe(false);
          if (event.type === 'AdoptedMotionAmended') expect(decided).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
    expect([...seen]).toEqual(
      expect.arrayContaining([
        'MotionRescinded',
        'AdoptedMotionAmended',
        'MotionTransmitted',
        'MotionTextAmended',
      ]),
    );
  });
});
