import type { instrument, Recorded } from '#governance';
import type { Findings, Place } from '../report/report.ts';
import { decideAgain } from './again/decide-again.ts';
import type { Again, Redeciding } from './again/decide-again.ts';
import { isDecidedAgain } from './again/concepts.ts';
import type { Known } from './again/reading.ts';
import { checkOfType, differs, judgeAgain, judgeEvent } from './judge.ts';
import type { Judged } from './judge.ts';
import type { Event } from './event.ts';
import type { Awaited, Proposal, StreamMemory } from './streams.ts';

type Open = Pick<StreamMemory, 'awaited' | 'proposal'>;

const isProposal = (recorded: Recorded): recorded is Recorded<instrument.InstrumentVersionProposed> =>
  recorded.event.type === 'InstrumentVersionProposed';

/** Events of one type that say so follow, where what they follow says it of itself. */
const announced: ReadonlySet<string> = new Set(['MotionReceived']);

/** The events of a command, which one decision makes: all of them, and nothing else (M2 to M16). */
export class CommandEvents {
  readonly #known: Known;
  readonly #findings: Findings;

  constructor(known: Known, findings: Findings) {
    this.#known = known;
    this.#findings = findings;
  }

  /** What the command of this event must record after it. */
  add(event: Event, state: unknown): Open {
    const { recorded, place, before, category } = event;
    const proposal = before?.proposal;
    if (proposal && this.#continues(recorded, proposal))
      return { proposal: { ...proposal, more: [...proposal.more, { event: recorded.event, place }] } };
    if (proposal) this.#proposed(proposal);
    const judged = { recorded, place, findings: this.#findings };
    const awaited = before?.awaited;
    if (awaited?.commandId === recorded.envelope.commandId) return { awaited: this.#next(judged, awaited) };
    if (awaited) this.#neverCame(judged, awaited);
    if (!isDecidedAgain(category)) return {};
    if (isProposal(recorded)) return { proposal: proposalOf(event, recorded, state) };
    return { awaited: this.#first(judged, { category, recorded, state }, event.isWhole) };
  }

  /** The record ends, or ends within a command. */
  finish(
    name: string,
    { awaited, proposal, current }: StreamMemory,
    findings: Findings,
    isOver: boolean,
  ): void {
    const rest = new CommandEvents(this.#known, findings);
    if (proposal) rest.#proposed({ ...proposal, isWhole: proposal.isWhole && isOver });
    const [expected] = awaited?.events ?? [];
    if (!expected || !awaited) return;
    const { revision, position } = current;
    const place = { stream: name, revision, position };
    const message = `the record ends before the ${expected.type} that its last event of ${name} must be followed by`;
    const remark = { check: awaited.check, code: 'UNFINISHED', message, place, expected };
    if (isOver && awaited.isCertain) findings.fail(remark);
    else findings.doubt(remark);
  }

  #continues(
    recorded: Recorded,
    { recorded: first }: Proposal,
  ): recorded is Recorded<instrument.InstrumentVersionContinued> {
    const { event, envelope } = recorded;
    return event.type === 'InstrumentVersionContinued' && envelope.commandId === first.envelope.commandId;
  }

  /** All operations of a version have come. */
  #proposed({ recorded, place, state, isWhole, more }: Proposal): void {
    const judged = { recorded, place, findings: this.#findings };
    const operations = [recorded.event, ...more.map(({ event }) => event)].flatMap((one) => one.operations);
    const told = { ...recorded.event, operations };
    let awaited = this.#first(judged, { category: 'instrument', recorded, state, told }, isWhole);
    if (!awaited) return;
    for (const { event, place: at } of more)
      awaited = this.#next({ ...judged, recorded: { ...recorded, event }, place: at }, awaited);
    this.#neverCame(judged, awaited);
  }

  #first(judged: Judged, redeciding: Redeciding, isWhole: boolean): Awaited | undefined {
    const { commandId } = judged.recorded.envelope;
    const again = this.#again(judged, redeciding);
    if (again === 'malformed') return undefined;
    if (!again) return this.#alone(judged, isWhole);
    const isCertain = isWhole && !again.isPartial;
    judgeAgain(judged, again, isCertain);
    if (again.came !== 'out') return undefined;
    const check = checkOfType(judged.recorded, again.rest[0]?.type);
    return { commandId, isCertain, events: again.rest, check };
  }

  #again({ place }: Judged, redeciding: Redeciding): Again | 'malformed' | undefined {
    try {
      return decideAgain(redeciding, this.#known);
    } catch (error) {
      const message = `the event is not of the shape that its type has: ${(error as Error).message}`;
      this.#findings.fail({ check: 'M1', code: 'EVENT_MALFORMED', message, place });
      return 'malformed';
    }
  }

  /** An event that only ever follows another one of its command. */
  #alone(judged: Judged, isCertain: boolean): undefined {
    const { type } = judged.recorded.event;
    const check = checkOfType(judged.recorded);
    this.#findings.made(check);
    differs(judged, check, { field: '', expected: undefined, found: type }, isCertain);
  }

  #next(judged: Judged, { events: [expected, ...events], ...rest }: Awaited): Awaited {
    const { recorded } = judged;
    const { event } = recorded;
    if (expected) judgeEvent(judged, expected, rest.isCertain);
    else if (!announced.has(event.type))
      differs(
        judged,
        checkOfType(recorded),
        { field: '', expected: undefined, found: event.type },
        rest.isCertain,
      );
    return { ...rest, events };
  }

  /** Another command came before the rest of this one, which is recorded in one append. */
  #neverCame(judged: Judged, { events, isCertain }: Awaited): void {
    for (const expected of events)
      differs(
        judged,
        checkOfType(judged.recorded, expected.type),
        { field: '', expected, found: undefined },
        isCertain,
      );
  }
}

function proposalOf(
  { place, isWhole }: Readonly<{ place: Place; isWhole: boolean }>,
  recorded: Proposal['recorded'],
  state: unknown,
): Proposal {
  return { recorded, place, state: state as instrument.InstrumentState, isWhole, more: [] };
}
