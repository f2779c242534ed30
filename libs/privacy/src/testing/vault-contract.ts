import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { keyBytes, KeyDestroyed, OtherKey } from '../vault.ts';
import type { Vault } from '../vault.ts';

/** What every vault keeps. @param open the same vault once more, as another process would; the caller closes it */
export function vaultContract(open: () => Vault): void {
  const newPerson = () => `p-${randomUUID()}`;

  describe('a vault', () => {
    it('makes one key per person and gives it again, whoever asks', async () => {
      const [one, other, person] = [open(), open(), newPerson()];
      const keys = await Promise.all([one, other, one, other].map((vault) => vault.provide(person)));
      for (const key of keys) expect(key).toEqual(keys[0]);
      expect(keys[0]).toHaveLength(keyBytes);
      expect(await other.find(person)).toEqual(keys[0]);
      expect(await one.provide(newPerson())).not.toEqual(keys[0]);
      expect(await other.find(newPerson())).toBeUndefined();
    });

    it('destroys for ever, whoever asks: there is never another key', async () => {
      const [one, other, person, neighbour] = [open(), open(), newPerson(), newPerson()];
      const kept = await one.provide(neighbour);
      await one.provide(person);
      for (let again = 0; again < 2; again++) {
        await one.destroy(person);
        for (const vault of [one, other]) {
          expect(await vault.find(person)).toBeUndefined();
          await expect(vault.provide(person)).rejects.toThrow(KeyDestroyed);
        }
      }
      expect(await other.find(neighbour)).toEqual(kept);
    });

    it('destroys also what was never made', async () => {
      const [vault, person] = [open(), newPerson()];
      await vault.destroy(person);
      await expect(vault.provide(person)).rejects.toThrow(KeyDestroyed);
    });

    it('takes over what another one holds, and what was destroyed stays so', async () => {
      const [vault, live, dead, erased] = [open(), newPerson(), newPerson(), newPerson()];
      const [key, other] = [Buffer.alloc(keyBytes, 1), Buffer.alloc(keyBytes, 2)];
      await vault.adopt({ personId: live, key });
      await vault.adopt({ personId: live, key });
      await vault.adopt({ personId: dead, key: undefined });
      await vault.destroy(erased);
      await vault.adopt({ personId: erased, key });
      await expect(vault.adopt({ personId: live, key: other })).rejects.toThrow(OtherKey);
      const held = new Map((await vault.entries()).map((entry) => [entry.personId, entry.key]));
      expect([held.get(live), await vault.find(live)]).toEqual([key, key]);
      expect([held.has(dead), held.get(dead), held.has(erased), held.get(erased)]).toEqual([
        ...[true, undefined],
        ...[true, undefined],
      ]);
    });

    it('lets no key come after a destruction that is under way', async () => {
      const [one, other] = [open(), open()];
      for (let round = 0; round < 5; round++) {
        const person = newPerson();
        const providing = one.provide(person).catch((error: unknown) => error);
        await other.destroy(person);
        await providing;
        expect(await one.find(person)).toBeUndefined();
        await expect(one.provide(person)).rejects.toThrow(KeyDestroyed);
      }
    });
  });
}
