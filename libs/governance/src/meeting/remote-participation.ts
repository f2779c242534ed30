/**
 * What the law asks where a member takes part from elsewhere (meeting rule BA-11): that the agenda names each place
 * and a quorum is inside the jurisdiction, or that a quorum sits together in person. `other`: neither is judged.
 */
export const remoteRules = ['posted_location', 'in_person_quorum', 'other'] as const;

/** From where a member takes part, as far as the provision asks. The place is public: the agenda names it. */
export type RemoteParticipation = Readonly<{
  rule: (typeof remoteRules)[number];
  location?: string;
  /** The agenda named the place, and the public could come there. */
  onAgenda?: boolean;
  /** Absent where nobody has said so; then it is not held against the quorum. */
  insideJurisdiction?: boolean;
}>;
