/**
 * What opens a commitment: for whoever is to see an event that was hidden, and to be sure that it is the one that was
 * recorded then. It needs no network.
 */
export type Disclosure = Readonly<{
  /** Of the commitment in the log, from 0. */
  index: number;
  /** The commitment, as the log has it. */
  entry: string;
  /** The event, as it would stand in the log had it been public: canonical JSON. */
  event: string;
  /** Hexadecimal: with it the event makes the commitment, and without it nobody could try whether it does. */
  salt: string;
  /** That the commitment is in the log (C2SP tlog-proof). */
  proof: string;
}>;
