import type { access } from '#governance';
import type { Reads } from '../runtime/index.ts';
import type { ActorView } from './views.ts';

type ActorRow = Readonly<{
  actor_id: string;
  kind: ActorView['kind'];
  label: string;
  expires_at: string | null;
  revoked: number;
}>;

const select = 'SELECT actor_id, kind, label, expires_at, revoked FROM actors';

function grantsOf(reads: Reads, actorId: string): readonly access.Grant[] {
  return reads
    .all<{ role: access.AccessRole; body_id: string }>(
      'SELECT role, body_id FROM grants WHERE actor_id = ? ORDER BY role, body_id',
      actorId,
    )
    .map(({ role, body_id: bodyId }) => (bodyId === '' ? { role } : { role, bodyId }));
}

const actorOf = (reads: Reads, row: ActorRow): ActorView => ({
  actorId: row.actor_id,
  label: row.label,
  kind: row.kind,
  ...(row.expires_at !== null && { expiresAt: row.expires_at }),
  revoked: row.revoked === 1,
  grants: grantsOf(reads, row.actor_id),
});

function findActor(reads: Reads, where: string, ...values: readonly string[]): ActorView | undefined {
  const row = reads.get<ActorRow>(`${select} WHERE ${where}`, ...values);
  return row && actorOf(reads, row);
}

/** Also finds revoked and expired keys: whoever asks decides. */
export const actorByKeyHash = (reads: Reads, secretSha256: string): ActorView | undefined =>
  findActor(reads, 'secret_sha256 = ?', secretSha256);

/** The actor that stands for a subject of an identity provider. */
export const actorBySubject = (reads: Reads, issuer: string, subjectSha256: string): ActorView | undefined =>
  findActor(reads, 'subject_sha256 = ? AND issuer = ?', subjectSha256, issuer);

export const actorById = (reads: Reads, actorId: string): ActorView | undefined =>
  findActor(reads, 'actor_id = ?', actorId);

/** All of them, by id. */
export const listActors = (reads: Reads): readonly ActorView[] =>
  reads.all<ActorRow>(`${select} ORDER BY actor_id`).map((row) => actorOf(reads, row));
