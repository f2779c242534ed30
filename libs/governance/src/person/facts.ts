import type { AtFact } from '../kernel/index.ts';

/** The person: the id stands in the stream's name, not in its state. */
export type PersonIdFact = Readonly<{ personId: string }>;

/** The other person that the command names, as its own stream tells; undefined where it is not registered. */
export type OtherPersonFact = Readonly<{ other: Readonly<{ linkedTo: ReadonlySet<string> }> | undefined }>;

export type Facts = AtFact & PersonIdFact & OtherPersonFact;
