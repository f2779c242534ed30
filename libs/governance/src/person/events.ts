/** A person enters the record under a pseudonym. Names never stand in events. */
export type PersonRegistered = Readonly<{
  type: 'PersonRegistered';
  personId: string;
  /** Of the key under which the person's data are kept elsewhere. */
  keyId?: string;
}>;

/**
 * Two ids turn out to be one person's. Both stay as they are: votes, seats and roles keep the id under which
 * they were recorded.
 */
export type PersonsLinked = Readonly<{ type: 'PersonsLinked'; otherPersonId: string; basis: string }>;

/** Data under a key that is not in the record: once it is destroyed, these bytes say nothing to anyone. */
export type SealedData = Readonly<{ algorithm: 'A256GCM'; sealed: string }>;

/** The name of a person, encrypted under the person's key. */
export type PersonDataChanged = Readonly<{ type: 'PersonDataChanged' }> & SealedData;

/** Whether the person is a minor: minors are never public by name. */
export type PersonMinoritySet = Readonly<{ type: 'PersonMinoritySet'; minor: boolean }>;

/**
 * The person is known to the public by name, or by initials, as the holder of a seat. The record has the digest of
 * it; name and salt stand in a directory beside it, which can forget.
 */
export type PersonNamePublished = Readonly<{
  type: 'PersonNamePublished';
  bodyId: string;
  seatId: string;
  policy: 'full' | 'initials';
  /** SHA-256(salt ‖ canonical JSON of {name, personId}), hex. */
  nameDigest: string;
  /** Of the body: that the person sits in the seat, and how the seat shows who does. */
  bodyRevision: number;
}>;

/** The directory forgets the name. */
export type PersonNameWithdrawn = Readonly<{ type: 'PersonNameWithdrawn' }>;

/** From here on, nothing is recorded, published or told of who the person is; the erasing itself follows. */
export type PersonErased = Readonly<{ type: 'PersonErased'; basis: string }>;

/** The person's key is destroyed, and so is every copy of the name in this ledger. */
export type PersonDataErased = Readonly<{ type: 'PersonDataErased' }>;

export type PersonEvent =
  | PersonRegistered
  | PersonsLinked
  | PersonDataChanged
  | PersonMinoritySet
  | PersonNamePublished
  | PersonNameWithdrawn
  | PersonErased
  | PersonDataErased;

/** Every type that a stream of this category may hold. */
export const eventTypes = Object.keys({
  PersonRegistered: true,
  PersonsLinked: true,
  PersonDataChanged: true,
  PersonMinoritySet: true,
  PersonNamePublished: true,
  PersonNameWithdrawn: true,
  PersonErased: true,
  PersonDataErased: true,
} satisfies Record<PersonEvent['type'], true>);
