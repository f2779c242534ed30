import type { motion, Recorded } from '#governance';
import type { Findings } from '../report/report.ts';
import { decideAgain } from './again/decide-again.ts';
import { checkOfType, differs, judgeAgain, judgeEvent } from './judge.ts';
import type { Judged } from './judge.ts';
import type { Event } from './event.ts';
import type { Awaited, StreamMemory, Streams } from './streams.ts';

const isOfMotion = (recorded: Recorded): recorded is Recorded<motion.MotionEvent> =>
  recorded.category === 'motion';

/** The events of a command, which one decision makes: all of them, and nothing else (M2 to M7, M10, M11). */
export class CommandEvents {
  readonly #streams: Streams;
  readonly #findings: Findings;

  constructor(streams: Streams, findings: Findings) {
    this.#streams = streams;
    this.#findings = findings;
  }

  /** What the command of this event must record after it. */
  add({ recorded, place, before, isWhole }: Event, state: unknown): Awaited | undefined {
    const judged = { recorded, place, findings: this.#findings };
    const awaited = before?.awaited;
    if (awaited?.commandId === recorded.envelope.commandId) return this.#next(judged, awaited);
    if (awaited) this.#neverCame(judged, awaited);
    return isOfMotion(recorded)
      ? this.#first(judged, recorded, state as motion.MotionState, isWhole)
      : undefined;
  }

  /** The record ends within a command. */
  unfinished(stream: string, { awaited, current }: StreamMemory, findings: Findings): void {
    const [expected] = awaited?.events ?? [];
    if (!expected) return;
    const { revision, position } = current;
    findings.doubt({
      check: checkOfType(expected.type),
      code: 'UNFINISHED',
      message: `the record ends before the ${expected.type} that its last event of ${stream} must be followed by`,
      place: { stream, revision, position },
      expected,
    });
  }

  #first(
    judged: Judged,
    recorded: Recorded<motion.MotionEvent>,
    state: motion.MotionState,
    isWhole: boolean,
  ): Awaited | undefined {
    const { commandId } = recorded.envelope;
    try {
      const again = decideAgain(recorded, state, this.#streams);
      if (!again) return this.#alone(judged, isWhole);
      const isCertain = isWhole && !again.isPartial;
      judgeAgain(judged, again, isCertain);
      return again.came === 'out' ? { commandId, isCertain, events: again.rest } : undefined;
    } catch (error) {
      const message = `the event is not of the shape that its type has: ${(error as Error).message}`;
      const { place } = judged;
      this.#findings.fail({ check: 'M1', code: 'EVENT_MALFORMED', message, place });
      return undefined;
    }
  }

  /** An event that only ever follows another one of its command. */
  #alone(judged: Judged, isCertain: boolean): undefined {
    const { type } = judged.recorded.event;
    this.#findings.made(checkOfType(type));
    differs(judged, checkOfType(type), { field: '', expected: undefined, found: type }, isCertain);
  }

  #next(judged: Judged, { events: [expected, ...events], ...rest }: Awaited): Awaited {
    const { event } = judged.recorded;
    if (expected) judgeEvent(judged, expected, rest.isCertain);
    // Whether a draft was received from another body stands in the event after it.
    else if (event.type !== 'MotionReceived')
      differs(judged, 'M2', { field: '', expected: undefined, found: event.type }, rest.isCertain);
    return { ...rest, events };
  }

  /** Another command came before the rest of this one, which is recorded in one append. */
  #neverCame(judged: Judged, { events, isCertain }: Awaited): void {
    for (const expected of events)
      differs(judged, checkOfType(expected.type), { field: '', expected, found: undefined }, isCertain);
  }
}
