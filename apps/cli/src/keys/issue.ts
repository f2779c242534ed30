import type { access } from '#governance';
import { actorIdOfApiKey, apiKeyHash } from '../../../../libs/platform/src/auth/api-key.ts';
import type { AccessWriter } from './access-writer.ts';

/**
 * Makes a key valid: its hash and its role enter the record. Doing it again with the same key changes nothing.
 *
 * @throws Error when the text is no API key
 */
export async function issue(
  write: AccessWriter,
  key: string,
  { label, expiresAt, ...grant }: access.Grant & Readonly<{ label: string; expiresAt?: string }>,
): Promise<void> {
  const actorId = actorIdOfApiKey(key);
  if (actorId === undefined) throw new Error('this is no API key');
  await write(actorId, {
    type: 'IssueKey',
    secretSha256: apiKeyHash(key),
    label,
    ...(expiresAt !== undefined && { expiresAt }),
  });
  await write(actorId, { type: 'GrantRole', ...grant });
}
