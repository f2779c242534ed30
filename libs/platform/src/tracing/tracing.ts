/** A span that is over. Attributes are names, codes and numbers: nothing that somebody wrote. */
export type Span = Readonly<{
  name: string;
  kind?: 'server' | 'internal' | 'consumer';
  /** The trace is found by it; see `traceIdOf`. */
  correlationId: string;
  /** 16 hexadecimal digits; any by default. */
  spanId?: string | undefined;
  parentId?: string | undefined;
  /** The caller, where it is of another trace. */
  link?: Readonly<{ traceId: string; spanId: string }> | undefined;
  /** Milliseconds of the epoch. */
  startedAt: number;
  attributes: Readonly<Record<string, string | number>>;
  failed?: boolean;
}>;

/** Where spans go. */
export type Tracing = Readonly<{
  /** Ends now. */
  ended: (span: Span) => void;
  newSpanId: () => string;
  /** Sends what is not sent yet. */
  close: () => Promise<void>;
}>;
