import { randomBytes } from 'node:crypto';
import type { KurrentSecrets } from '#event-store-kurrentdb';
import { keyBytes, KeyDestroyed, OtherKey, SqliteVault } from '#privacy';
import type { Vault, VaultEntry } from '#privacy';
import { isEmbedded } from './engine.ts';
import type { Engine } from './engine.ts';
import { categoryOfKeys } from './stores.ts';

/** Stands among the keys, and is no person's: no id begins so. */
export const vaultItself = '!vault';

/** Keys in a database: one stream for each person, tombstoned when the key is destroyed. */
class StreamVault implements Vault {
  readonly #secrets: KurrentSecrets;

  constructor(secrets: KurrentSecrets) {
    this.#secrets = secrets;
  }

  async provide(personId: string): Promise<Buffer> {
    const secret = await this.#secrets.provide(personId, randomBytes(keyBytes).toString('base64'));
    if (secret === 'destroyed') throw new KeyDestroyed(personId);
    return Buffer.from(secret.text, 'base64');
  }

  async find(personId: string): Promise<Buffer | undefined> {
    const secret = await this.#secrets.find(personId);
    return secret === undefined || secret === 'destroyed' ? undefined : Buffer.from(secret.text, 'base64');
  }

  destroy(personId: string): Promise<void> {
    return this.#secrets.destroy(personId);
  }

  async entries(): Promise<readonly VaultEntry[]> {
    const entries: VaultEntry[] = [];
    for (const personId of await this.#secrets.names())
      if (personId !== vaultItself) entries.push({ personId, key: await this.find(personId) });
    return entries;
  }

  async adopt({ personId, key }: VaultEntry): Promise<void> {
    if (!key) return this.destroy(personId);
    const text = key.toString('base64');
    const secret = await this.#secrets.provide(personId, text);
    if (secret !== 'destroyed' && secret.text !== text) throw new OtherKey(personId);
  }

  close(): Promise<void> {
    return this.#secrets.close();
  }
}

export type VaultOptions = Engine &
  Readonly<{
    /** `store`: where events are. Otherwise `sqlite`, the file, or the connection string of another database. */
    vault: string;
    file: string;
  }>;

/** Where the keys of persons are: `sqlite`, or a connection string. */
export const placeOfKeys = ({ vault, store }: Pick<VaultOptions, 'vault' | 'store'>): string =>
  vault === 'store' ? store : vault;

/** The vault, as it is configured. @throws UnusableFile, and where a connection string is none */
export async function openVault({ file, storePrefix: prefix, ...places }: VaultOptions): Promise<Vault> {
  const place = placeOfKeys(places);
  if (isEmbedded({ store: place })) return SqliteVault.open({ file });
  const { KurrentSecrets } = await import('#event-store-kurrentdb');
  return new StreamVault(new KurrentSecrets({ connectionString: place, prefix, category: categoryOfKeys }));
}
