import type { RecordedBy, RecordingMode, SourceRef } from '../kernel/index.ts';
import type { HappenedAt } from './body-as-of.ts';

/** What is known of a command before anything else is read. Its dates may be read in any zone: none of them is asked. */
export type Asked<S, C> = Readonly<{
  streamId: string;
  state: S;
  command: C;
  mode: RecordingMode;
  happenedAt: HappenedAt;
  recordedBy: Pick<RecordedBy, 'authority'>;
  sources?: readonly SourceRef[] | undefined;
  /** In hex. */
  sha256: (text: string) => string;
}>;

/** In which zone the dates of the command are read. */
export type ZoneFact = Readonly<{ timeZone: string }>;
