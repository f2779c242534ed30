import type { Recorded } from '#governance';
import { recordedOf } from '#public-record';
import type { EventEntry, PublicEntry } from '#public-record';
import { eventIdFor, rulesId } from '#recording';
import type { Order } from '../entries/order.ts';
import { placeOf } from '../entries/read-entry.ts';
import type { Findings, Place } from '../report/report.ts';
import { CommandEvents } from './command-events.ts';
import type { Event } from './event.ts';
import { isDecidedAgain } from './again/concepts.ts';
import { checkPins } from './pins.ts';
import { deciderOf, isCategory, isKnownType, noteFloor, withPast } from './streams.ts';
import type { StreamMemory, Streams } from './streams.ts';
import { checkMotionText } from './texts.ts';

const knownSchemaVersion = 1;

/**
 * Replays the entries, in their order, through the deciders of the domain (I3, I4, M1 to M16).
 */
export class Replay {
  readonly #streams: Streams;
  readonly #findings: Findings;
  readonly #order: Order;
  readonly #commands: CommandEvents;
  /** Streams that end within a command, as far as the record goes. */
  readonly #open: Set<string>;

  constructor(streams: Streams, order: Order, findings: Findings, open: Iterable<string> = []) {
    this.#streams = streams;
    this.#order = order;
    this.#findings = findings;
    const mayHide: Order['mayHide'] = (category, count, after) => order.mayHide(category, count, after);
    this.#commands = new CommandEvents({ streams, mayHide }, findings);
    this.#open = new Set(open);
  }

  get open(): readonly string[] {
    return [...this.#open];
  }

  add(entry: PublicEntry, index: number): void {
    this.#order.add(entry, index);
    if (entry.kind === 'event') this.#event(entry, placeOf(index, entry));
  }

  /**
   * What is still awaited where the record ends. More of a command may come where its event is the last of the record:
   * then it is said, and not held against it.
   */
  finish(findings: Findings): void {
    for (const name of this.#open) {
      const stream = this.#streams.stream(name);
      if (!stream) continue;
      findings.at = stream.current.position;
      this.#commands.finish(name, stream, findings, this.#order.isPast(stream.current.position));
    }
  }

  #event(entry: EventEntry, place: Place): void {
    const recorded = recordedOf(entry, entry.position);
    const { category, event, envelope } = recorded;
    this.#judgedBy(envelope.rules, place);
    this.#findings.made('M1');
    if (!isCategory(category) || !isKnownType(category, event.type)) this.#unknown(place, event.type);
    else if (envelope.schemaVersion !== knownSchemaVersion) this.#unknown(place, envelope.schemaVersion);
    else {
      const before = this.#streams.stream(recorded.stream);
      const isWhole = this.#follows(recorded, place, before);
      if (isWhole === undefined) return;
      this.#identified(recorded, place, before);
      this.#apply({ recorded, category, place, before, isWhole: isWhole && !before?.isPartial });
    }
  }

  /** M17. Events from before rules were named are judged by the verifier's own, and counted. */
  #judgedBy(rules: string | undefined, place: Place): void {
    if (rules !== undefined) this.#findings.made('M17');
    if (rules === rulesId) return;
    this.#findings.judgedBy(rules ?? '');
    if (rules === undefined) return;
    const message = `judged by rules ${rules}, this verifier has ${rulesId}: use the one of that version as well`;
    const remark = { check: 'M17' as const, place, field: '/rules', expected: rulesId, found: rules };
    this.#findings.block({ ...remark, code: 'OTHER_RULES', message });
  }

  /** What it means is not known here, nor what follows from it. */
  #unknown(place: Place, found: unknown): void {
    const message = 'the event is of a type or a version that this verifier does not know: use a newer one';
    this.#findings.block({ check: 'M1', code: 'UNKNOWN_EVENT', message, place, found });
    const { stream = '', revision = 0 } = place;
    const before = this.#streams.stream(stream);
    if (!before) return;
    this.#streams.put(stream, { ...before, isPartial: true, current: { ...before.current, revision } });
  }

  /** I3: whether nothing of the stream is hidden before this event; undefined where it cannot stand here at all. */
  #follows(recorded: Recorded, place: Place, before: StreamMemory | undefined): boolean | undefined {
    const { revision, position, stream, category } = recorded;
    const expected = (before?.current.revision ?? -1) + 1;
    this.#findings.made('I3');
    if (revision === expected) return true;
    const remark = { check: 'I3' as const, place, field: '/revision', expected, found: revision };
    if (revision < expected) {
      const message = `${stream} had revision ${revision} already: the event was put in, repeated or moved`;
      this.#findings.fail({ ...remark, code: 'REVISION_REPEATED', message });
      return undefined;
    }
    const missing = revision - expected;
    if (!this.#order.hidden(category, missing, before?.current.position ?? 0, position)) {
      const message =
        `${stream} lacks ${missing} event(s) before this one, and no commitment stands for them: ` +
        'they were taken out or moved';
      this.#findings.fail({ ...remark, code: 'REVISION_MISSING', message });
    } else {
      const message = `${missing} event(s) of ${stream} before this one are hidden behind commitments`;
      this.#findings.doubt({ ...remark, code: 'HIDDEN', message });
    }
    return false;
  }

  /** I4: the id is that of the command's n-th event. */
  #identified(
    { envelope: { commandId }, eventId }: Recorded,
    place: Place,
    before: StreamMemory | undefined,
  ): void {
    const n = before?.commandId === commandId ? before.count : 0;
    this.#findings.made('I4');
    const expected = eventIdFor(commandId, n);
    if (expected === eventId) return;
    const message = `the id is not that of event ${n} of its command`;
    const remark = { check: 'I4' as const, place, field: '/eventId', expected, found: eventId };
    this.#findings.fail({ ...remark, code: 'EVENT_ID_DIFFERS', message });
  }

  #apply(event: Event): void {
    const { recorded, category, before, isWhole } = event;
    const { envelope, revision, position, recordedAt, stream } = recorded;
    const state = before ? before.current.state : deciderOf(category).initialState;
    const { awaited, proposal } = this.#judged(event, state);
    const after = this.#evolved(event, state);
    this.#streams.put(stream, {
      current: { revision, position, state: after ?? state },
      commandId: envelope.commandId,
      count: before?.commandId === envelope.commandId ? before.count + 1 : 1,
      isPartial: !isWhole || after === undefined,
      awaited,
      proposal,
      ...(before ? withPast(before, category, recordedAt) : { past: [] }),
    });
    if (category === 'motion') noteFloor(this.#streams, recorded.streamId, recorded.event);
    if ((awaited && awaited.events.length > 0) || proposal) this.#open.add(stream);
    else this.#open.delete(stream);
  }

  /** What the command of the event must record after it. */
  #judged(event: Event, state: unknown): Pick<StreamMemory, 'awaited' | 'proposal'> {
    if (!isDecidedAgain(event.category)) checkPins(event, this.#streams, this.#findings);
    return this.#commands.add(event, state);
  }

  /** Undefined where the event cannot be read as what its type says. */
  #evolved({ recorded, category, place }: Event, state: unknown): unknown {
    const { event, envelope } = recorded;
    try {
      // Refused consequences have no state.
      const after = deciderOf(category).evolve(state, event, envelope.occurredAt) ?? null;
      if (category === 'motion') checkMotionText(state, after, place, this.#findings);
      return after;
    } catch (error) {
      const message = `the event is not of the shape that its type has: ${(error as Error).message}`;
      this.#findings.fail({ check: 'M1', code: 'EVENT_MALFORMED', message, place });
      return undefined;
    }
  }
}
