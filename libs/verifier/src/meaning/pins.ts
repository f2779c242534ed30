import { eventData } from '#governance';
import type { Findings } from '../report/report.ts';
import type { Event } from './event.ts';
import { stateAt } from './streams.ts';
import type { Streams } from './streams.ts';

type Json = Readonly<Record<string, unknown>>;

/** A stream as an event says that it was read. */
type Pin = Readonly<{ field: string; stream: string; revision: number }>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Of `motionRevision`: `motion`. */
const pinned = /^([a-z]+)Revision$/;

/** Members `<category>Revision` beside `<category>Id`, at the top or in a member. */
function* pinsIn(data: Json, field = ''): Generator<Pin> {
  for (const [name, value] of Object.entries(data)) {
    const category = pinned.exec(name)?.[1];
    const id = category === undefined ? undefined : data[`${category}Id`];
    if (typeof id === 'string' && typeof value === 'number')
      yield { field: `${field}/${name}`, stream: `${category}-${id}`, revision: value };
    if (field === '' && isObject(value) && !Array.isArray(value)) yield* pinsIn(value, `/${name}`);
  }
}

const words = {
  later: 'which it does not have yet',
  stale: 'which it had no more for over a minute when the event was recorded',
} as const;

/** M11, of events that are not decided again: what they say that they read is what was there to be read. */
export function checkPins({ recorded, place }: Event, streams: Streams, findings: Findings): void {
  for (const { field, stream, revision } of pinsIn(eventData(recorded.event))) {
    const { problem } = stateAt(streams.stream(stream), revision, recorded.recordedAt);
    findings.made('M11');
    if (problem === undefined) continue;
    const remark = { check: 'M11' as const, place, field, found: revision };
    if (problem === 'later' || problem === 'stale') {
      const message = `it says that it read ${stream} at revision ${revision}, ${words[problem]}`;
      findings.fail({ ...remark, code: `PIN_${problem.toUpperCase()}`, message });
    } else {
      const message = `it says that it read ${stream} at revision ${revision}, which cannot be seen`;
      findings.doubt({ ...remark, code: 'HIDDEN', message });
    }
  }
}
