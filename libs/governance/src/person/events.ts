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

export type PersonEvent = PersonRegistered | PersonsLinked;

/** Every type that a stream of this category may hold. */
export const eventTypes = Object.keys({
  PersonRegistered: true,
  PersonsLinked: true,
} satisfies Record<PersonEvent['type'], true>);
