import { randomBytes } from 'node:crypto';
import { access } from '#governance';
import type { EventStore } from '#event-store';
import { Rejected } from '#recording';
import { makeApiKey } from '../../../../libs/platform/src/auth/api-key.ts';
import { Failure } from '../failure.ts';
import { chosenLedger, hasLedger, withLedgerStore } from '../ledger-store.ts';
import type { DataOption } from '../ledger-store.ts';
import { accessWriter } from './access-writer.ts';
import { issue } from './issue.ts';
import { listKeys } from './list.ts';
import type { KeyRow } from './list.ts';

export type ListOptions = DataOption & Readonly<{ json?: boolean }>;
export type RevokeOptions = DataOption & Readonly<{ reason?: string }>;
export type CreateOptions = DataOption &
  Readonly<{ role: access.AccessRole; body?: string; label?: string; expires?: string }>;

/** @throws Failure where nobody has recorded anything yet: a mistyped folder shall not become a new one */
async function withStore<T>(
  options: DataOption,
  access: 'read' | 'write',
  use: (store: EventStore) => Promise<T>,
): Promise<T> {
  const chosen = chosenLedger(options);
  if (!(await hasLedger(chosen)))
    throw new Failure(
      `there is no ledger in ${chosen.folder.dir}: start it once with \`npm start\`, or give its folder with --data`,
    );
  return withLedgerStore(chosen, access, use);
}

const sentences: Readonly<Record<string, (id: string) => string>> = {
  ACTOR_UNKNOWN: (id) => `there is no key ${id}; \`minutebook keys list\` shows all`,
  KEY_UNKNOWN: (id) => `${id} has no key: it is a person of the identity provider`,
  KEY_REVOKED: (id) => `${id} is revoked already`,
  KEY_EXPIRED: () => 'the instant given with --expires has passed',
};

const told =
  (id: string) =>
  (error: unknown): never => {
    if (!(error instanceof Rejected)) throw error;
    throw new Failure(sentences[error.code]?.(id) ?? error.code, { cause: error });
  };

/** @throws Failure */
function instant(text: string): string {
  const time = Date.parse(text);
  if (Number.isNaN(time))
    throw new Failure(`--expires ${text} is no instant: write it like 2027-06-30T00:00:00Z`);
  return new Date(time).toISOString();
}

/** `minutebook keys create`: the key on standard output, what it is on standard error. @throws Failure */
export async function createKey(options: CreateOptions): Promise<void> {
  const { role, body: bodyId, expires } = options;
  const { actorId, key } = makeApiKey(`${role}-${randomBytes(4).toString('hex')}`);
  const label = options.label ?? role;
  const expiresAt = expires === undefined ? undefined : instant(expires);
  await withStore(options, 'write', (store) =>
    issue(accessWriter(store), key, {
      role,
      label,
      ...(bodyId !== undefined && { bodyId }),
      ...(expiresAt !== undefined && { expiresAt }),
    }).catch(told(actorId)),
  );
  console.error(`Key ${actorId}: ${role} in ${bodyId ?? 'all bodies'}. It is shown now and never again:`);
  console.log(key);
}

const grants = ({ state }: KeyRow): string =>
  state.grants.map(({ role, bodyId }) => (bodyId === undefined ? role : `${role}:${bodyId}`)).join(',');

function standing({ state }: KeyRow, now: string): string {
  if (state.revokedAt) return 'revoked';
  return access.isActive(state, now) ? 'good' : 'expired';
}

/** `minutebook keys list`. @throws Failure */
export async function printKeys(options: ListOptions): Promise<void> {
  const now = new Date().toISOString();
  const rows = await withStore(options, 'read', listKeys);
  for (const row of rows) {
    const { actorId, label } = row;
    const fields = { id: actorId, standing: standing(row, now), grants: grants(row), label };
    console.log(options.json ? JSON.stringify(fields) : Object.values(fields).join('\t'));
  }
}

/** `minutebook keys revoke ID`. Revoking twice is revoking once. @throws Failure */
export async function revokeKey(
  id: string,
  { reason, ...options }: DataOption & Readonly<{ reason?: string }>,
) {
  await withStore(options, 'write', (store) =>
    accessWriter(store)(id, { type: 'RevokeKey', ...(reason !== undefined && { reason }) }).catch(told(id)),
  );
  console.log(`Key ${id} is revoked.`);
}
