/**
 * A whole meeting was typed, and nothing stands against any line. Where the store can keep several streams at once, its
 * lines and its completion are recorded together with this; elsewhere they follow one by one.
 */
export type MeetingEntryAccepted = Readonly<{
  type: 'MeetingEntryAccepted';
  /** Of this entry among those of the meeting; absent where an entry has a stream of its own, as the first had. */
  entryId?: string;
  meetingId: string;
  bodyId: string;
  lines: number;
  /** Of the lines as they were typed; a blob where they are recorded one by one. */
  planSha256: string;
}>;

/** Every line is in the record. */
export type MeetingEntryCompleted = Readonly<{ type: 'MeetingEntryCompleted'; entryId?: string }>;

/** Somebody recorded something else meanwhile that a line contradicts: it and those after it are not recorded. */
export type MeetingEntryStopped = Readonly<{
  type: 'MeetingEntryStopped';
  entryId?: string;
  /** Its index in the lines, from 0. */
  line: number;
  code: string;
  inputs: Readonly<Record<string, unknown>>;
}>;

/** What stood against it is mended: it goes on from the line at which it stopped. */
export type MeetingEntryResumed = Readonly<{ type: 'MeetingEntryResumed'; entryId?: string; line: number }>;

export type MeetingEntryEvent =
  MeetingEntryAccepted | MeetingEntryCompleted | MeetingEntryStopped | MeetingEntryResumed;

/** Every type that a stream of this category may hold. */
export const eventTypes = Object.keys({
  MeetingEntryAccepted: true,
  MeetingEntryCompleted: true,
  MeetingEntryStopped: true,
  MeetingEntryResumed: true,
} satisfies Record<MeetingEntryEvent['type'], true>);
