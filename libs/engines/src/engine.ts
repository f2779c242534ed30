/** Where events are kept, as configured. */
export type Engine = Readonly<{
  /** `sqlite`: files in the data folder. Otherwise the connection string of a KurrentDB or EventStoreDB. */
  store: string;
  /** Begins the names of all streams in a database, so that several ledgers can share it. */
  storePrefix: string;
}>;

export const isEmbedded = ({ store }: Pick<Engine, 'store'>): boolean => store === 'sqlite';
