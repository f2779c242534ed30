import type { AtFact, DomainEvent, gathering, Recorded } from '#governance';

/** A command that can have led to an event. */
export type Candidate<C> = Readonly<{ command: C }>;

/** The revisions at which an event says that other streams were read, by the streams' names. */
export type Pins = ReadonlyMap<string, number>;

/** How events of a category are decided again: from which commands, from which facts. */
export type Concept<S, E extends DomainEvent, C, K extends Candidate<C> = Candidate<C>> = Readonly<{
  /** The likeliest first; none where the event only ever follows another one of its command. */
  commandsFor: (recorded: Recorded<E>, state: S) => readonly K[];
  facts: (asked: gathering.Asked<S, C>, candidate: K, recorded: Recorded<E>) => gathering.Gathering<AtFact>;
  pins: (recorded: Recorded<E>, state: S) => Pins;
}>;

/** Of every type of event that can be the first of a command; the compiler names those that are missing. */
export type CommandsOf<E extends DomainEvent, C, S, Follows extends E['type'] = never> = {
  readonly [T in Exclude<E['type'], Follows>]: (
    event: Extract<E, { type: T }>,
    state: S,
    recorded: Recorded<E>,
  ) => C | readonly C[];
};

/** The commands of an event, by a table; none where the table has not its type. */
export const fromTable =
  <E extends DomainEvent, C extends object, S, Follows extends E['type']>(
    table: CommandsOf<E, C, S, Follows>,
  ) =>
  (recorded: Recorded<E>, state: S): readonly Candidate<C>[] => {
    const { event } = recorded;
    const make = (table as Readonly<Partial<Record<string, unknown>>>)[event.type] as
      ((event: E, state: S, recorded: Recorded<E>) => C | readonly C[]) | undefined;
    const made = make?.(event, state, recorded) ?? [];
    return (Array.isArray(made) ? (made as readonly C[]) : [made as C]).map((command) => ({ command }));
  };

/** What an event has, without those members. */
export function without<T extends object, K extends keyof T>(event: T, ...names: readonly K[]): Omit<T, K> {
  const rest = { ...event };
  for (const name of names) delete rest[name];
  return rest;
}

/** The command that says what its event says, but for what the decision adds. */
export const as =
  <T extends string, E extends DomainEvent, K extends keyof E = never>(type: T, ...added: readonly K[]) =>
  (event: E): Omit<E, K | 'type'> & Readonly<{ type: T }> =>
    ({ ...without(event, ...added), type }) as unknown as Omit<E, K | 'type'> & Readonly<{ type: T }>;
