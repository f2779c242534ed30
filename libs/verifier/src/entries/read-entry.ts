import { isUtf8 } from 'node:buffer';
import { recordingModes } from '#governance';
import { typeClasses } from '#public-record';
import type { EventEntry, PublicEntry } from '#public-record';
import type { Findings, Place, Remark } from '../report/report.ts';
import { isCanonical } from './canonical.ts';

type Is = (value: unknown) => boolean;
type Fields = Readonly<Record<string, Is>>;
type Json = Readonly<Record<string, unknown>>;

const isText: Is = (value) => typeof value === 'string' && value !== '';
const isCount: Is = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isList: Is = Array.isArray;
const isObject: Is = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const isInstant: Is = (value) => typeof value === 'string' && instant.test(value);
const isWhen: Is = (value) => {
  const { literal, precision, earliest, latest } = (value ?? {}) as Json;
  return isText(literal) && isText(precision) && isInstant(earliest) && isInstant(latest);
};

const common: Fields = { v: (v) => v === 1, kind: isText, position: isCount, recordedAt: isInstant };

const ofEvent: Fields = {
  ...common,
  eventId: isText,
  stream: (value) => typeof value === 'string' && /^[^-]+-./.test(value),
  revision: isCount,
  type: isText,
  schemaVersion: isCount,
  occurredAt: isWhen,
  recordedBy: isObject,
  recordingMode: (mode) => (recordingModes as readonly unknown[]).includes(mode),
  visibility: (visibility) => visibility === 'public',
  data: isObject,
  commandId: isText,
  correlationId: isText,
};

const mayBeInEvent: Fields = {
  causationId: isText,
  rules: isText,
  findings: isList,
  sources: isList,
  lang: isText,
  illustration: (value) => value === true,
};

const ofCommitment: Fields = {
  ...common,
  streamClass: isText,
  typeClass: (value) => (typeClasses as readonly unknown[]).includes(value),
  commitment: (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
};

/** The field that is not as it must be; undefined where all are. */
function wrongField(entry: Json, needed: Fields, possible: Fields = {}): string | undefined {
  for (const name in needed) if (!needed[name]?.(entry[name])) return name;
  for (const name in entry) {
    if (name in needed) continue;
    const is = possible[name];
    if (!is?.(entry[name])) return name;
  }
  return undefined;
}

const fieldsOf = (entry: Json): string | undefined => {
  if (entry.kind === 'event') return wrongField(entry, ofEvent, mayBeInEvent);
  return entry.kind === 'commitment' ? wrongField(entry, ofCommitment) : 'kind';
};

type Placed = Partial<Pick<EventEntry, 'position' | 'stream' | 'revision' | 'type'>>;

export const placeOf = (index: number, entry: Placed | Json): Place => {
  const { position, stream, revision, type } = entry as Placed;
  return {
    index,
    ...(position !== undefined && { position }),
    ...(stream !== undefined && { stream }),
    ...(revision !== undefined && { revision }),
    ...(type !== undefined && { type }),
  };
};

type Read = Readonly<{ text: string; value: Json }>;

function parsed(bytes: Buffer): Read | undefined {
  if (!isUtf8(bytes)) return undefined;
  const text = bytes.toString();
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? { text, value: value as Json } : undefined;
  } catch {
    return undefined;
  }
}

/** What is not as it must be in an entry; undefined where it can be read. */
function wrongIn(read: Read | undefined, index: number): Omit<Remark, 'check' | 'place'> | undefined {
  if (!read) return { code: 'NOT_JSON', message: `entry ${index} is no JSON object in UTF-8` };
  const { value } = read;
  if (value.v !== 1 && typeof value.v === 'number') {
    const message = `entry ${index} is of version ${value.v}, which this verifier does not know`;
    return { code: 'UNKNOWN_VERSION', message, found: value.v };
  }
  const wrong = fieldsOf(value);
  if (wrong === undefined) return undefined;
  const message = `the field ${wrong} of entry ${index} is not as the format says`;
  return { code: 'FIELD_WRONG', message, field: `/${wrong}`, found: value[wrong] };
}

/** I1: an entry as it must be; undefined where it cannot be read, and the remark is made. */
export function readEntry(bytes: Buffer, index: number, findings: Findings): PublicEntry | undefined {
  const read = parsed(bytes);
  findings.made('I1');
  const wrong = wrongIn(read, index);
  const place = wrong?.code === 'UNKNOWN_VERSION' ? { index } : placeOf(index, read?.value ?? {});
  if (wrong?.code === 'UNKNOWN_VERSION') findings.block({ check: 'I1', place, ...wrong });
  else if (wrong) findings.fail({ check: 'I1', place, ...wrong });
  if (wrong || !read) return undefined;
  if (!isCanonical(read.text, read.value)) {
    const message = `entry ${index} is not canonical JSON (RFC 8785)`;
    findings.fail({ check: 'I1', place, code: 'NOT_CANONICAL', message });
  }
  return read.value as PublicEntry;
}
