import type { EventStore } from '#event-store';
import { RecordStream } from './record-stream.ts';
import { logRecord, logStream } from './records.ts';
import type { LogRecord, Stored } from './records.ts';

/** The last checkpoint before, and when. */
export type KeyTime = Readonly<{ size: number; at: string }>;

/** A key of the log, and for which trees it signs. */
export type LogKey = Readonly<{ vkey: string; since: KeyTime; until?: KeyTime }>;

export type LogState = Readonly<{
  /** In the order in which they came. */
  keys: readonly LogKey[];
  /** A policy without its log lines (C2SP tlog-policy). */
  witnesses: string;
  /** All policies that it ever had: what a witness cosigned stays good when it is asked no more. */
  formerWitnesses: readonly string[];
}>;

const noWitnesses = 'quorum none\n';

const isActive = ({ until }: LogKey): boolean => until === undefined;

export const activeKeys = ({ keys }: LogState): readonly LogKey[] => keys.filter(isActive);

export function evolveLog(state: LogState, record: Stored<LogRecord>): LogState {
  const { keys } = state;
  switch (record.type) {
    case 'LogKeyAdded':
      return { ...state, keys: [...keys, { vkey: record.vkey, since: timeOf(record) }] };
    case 'LogKeyRetired': {
      const ends = (key: LogKey) => key.vkey === record.vkey && isActive(key);
      return { ...state, keys: keys.map((key) => (ends(key) ? { ...key, until: timeOf(record) } : key)) };
    }
    case 'WitnessesDeclared':
      return {
        ...state,
        witnesses: record.policy,
        formerWitnesses: [...state.formerWitnesses, record.policy],
      };
  }
}

const timeOf = ({ size, recordedAt }: Readonly<{ size: number; recordedAt: string }>): KeyTime => ({
  size,
  at: recordedAt,
});

export type LogRecords = RecordStream<LogRecord, LogState>;

export async function openLogRecords(store: EventStore): Promise<LogRecords> {
  const initial: LogState = { keys: [], witnesses: noWitnesses, formerWitnesses: [] };
  const records = new RecordStream<LogRecord, LogState>({
    store,
    name: logStream,
    decode: logRecord,
    initial,
    evolve: evolveLog,
  });
  await records.refresh();
  return records;
}
