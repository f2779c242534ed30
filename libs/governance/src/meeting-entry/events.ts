/** A whole meeting was typed, rehearsed without an objection, and is to be recorded line by line. */
export type MeetingEntryAccepted = Readonly<{
  type: 'MeetingEntryAccepted';
  meetingId: string;
  bodyId: string;
  lines: number;
  /** Of the lines as they were typed: a blob. */
  planSha256: string;
}>;

/** Every line is in the record. */
export type MeetingEntryCompleted = Readonly<{ type: 'MeetingEntryCompleted' }>;

/** Somebody recorded something else meanwhile that a line contradicts: it and those after it are not recorded. */
export type MeetingEntryStopped = Readonly<{
  type: 'MeetingEntryStopped';
  /** Its index in the lines, from 0. */
  line: number;
  code: string;
  inputs: Readonly<Record<string, unknown>>;
}>;

export type MeetingEntryEvent = MeetingEntryAccepted | MeetingEntryCompleted | MeetingEntryStopped;

/** Every type that a stream of this category may hold. */
export const eventTypes = Object.keys({
  MeetingEntryAccepted: true,
  MeetingEntryCompleted: true,
  MeetingEntryStopped: true,
} satisfies Record<MeetingEntryEvent['type'], true>);
