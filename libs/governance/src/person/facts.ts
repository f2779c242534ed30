import type { AtFact } from '../kernel/index.ts';
import type { PersonNamePublished, SealedData } from './events.ts';

/** The person: the id stands in the stream's name, not in its state. */
export type PersonIdFact = Readonly<{ personId: string }>;

/** The other person that the command names, as its own stream tells; undefined where it is not registered. */
export type OtherPersonFact = Readonly<{ other: Readonly<{ linkedTo: ReadonlySet<string> }> | undefined }>;

/** The data of the command, sealed: a decision sees no name. */
export type SealedFact = Readonly<{
  sealed?: SealedData;
  /** The person's id spells the name out. */
  idTellsName?: boolean;
}>;

/** The seat that the command names, as the body's stream tells; undefined where there is none. */
export type SeatFact = Readonly<{
  seat?:
    | Readonly<{
        holderId: string | undefined;
        policy: PersonNamePublished['policy'] | 'seat_only';
        minor: boolean;
        bodyRevision: number;
      }>
    | undefined;
  nameDigest?: string | undefined;
}>;

export type Facts = AtFact & PersonIdFact & OtherPersonFact & SealedFact & SeatFact;
