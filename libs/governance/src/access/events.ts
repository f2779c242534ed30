export const accessRoles = ['secretary', 'auditor', 'admin'] as const;
export type AccessRole = (typeof accessRoles)[number];

/** A role in one body, or in all of them where `bodyId` is absent. */
export type Grant = Readonly<{ role: AccessRole; bodyId?: string }>;

/** An API key was issued; only its hash is kept. */
export type KeyIssued = Readonly<{
  type: 'KeyIssued';
  secretSha256: string;
  label: string;
  expiresAt?: string;
}>;
/** A person of an identity provider was enrolled: the actor id stands for issuer and subject. */
export type SubjectEnrolled = Readonly<{
  type: 'SubjectEnrolled';
  issuer: string;
  subjectSha256: string;
  label: string;
}>;
export type RoleGranted = Readonly<{ type: 'RoleGranted' } & Grant>;
export type RoleRevoked = Readonly<{ type: 'RoleRevoked' } & Grant>;
export type KeyRevoked = Readonly<{ type: 'KeyRevoked'; reason?: string }>;

/** Stream `access-{actorId}`; never public. */
export type AccessEvent = KeyIssued | SubjectEnrolled | RoleGranted | RoleRevoked | KeyRevoked;

/** Every type that a stream of this category may hold. */
export const eventTypes = Object.keys({
  KeyIssued: true,
  SubjectEnrolled: true,
  RoleGranted: true,
  RoleRevoked: true,
  KeyRevoked: true,
} satisfies Record<AccessEvent['type'], true>);
