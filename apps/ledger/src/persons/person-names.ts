import { Inject, Injectable } from '@nestjs/common';
import { person, streamName } from '#governance';
import { idTells, keyedDigest, KeyDestroyed, open, seal } from '#privacy';
import { eventsFrom, StreamWriter } from '#recording';
import type { WriteContext } from '#recording';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';

type Sealed = Pick<person.Facts, 'sealed' | 'idTellsName'>;

/** The names of persons, between the vault with their keys and the record with what is encrypted under them. */
@Injectable()
export class PersonNames {
  constructor(
    @Inject(PORTS) private readonly ports: Pick<Ports, 'vault' | 'store'>,
    private readonly writer: StreamWriter,
  ) {}

  /** The name as it was recorded last; undefined where there is none, or none any more. */
  async nameOf(personId: string): Promise<string | undefined> {
    const key = await this.ports.vault.find(personId);
    if (!key) return undefined;
    let last: person.PersonDataChanged | undefined;
    for await (const { event } of eventsFrom(this.ports.store, streamName('person', personId), 0))
      if (event.type === 'PersonDataChanged') last = event;
    return last && open(key, personId, last).name;
  }

  /** The context of a command with a name in it: its digest tells whether it is repeated, and nothing else. */
  async keyed(personId: string, context: WriteContext): Promise<WriteContext> {
    const { commandDigest, ...rest } = context;
    const { state } = await this.writer.load(person.decider, personId);
    const key = commandDigest === undefined ? undefined : await this.#keyOf(personId, state);
    return key && commandDigest !== undefined
      ? { ...rest, commandDigest: keyedDigest(key, commandDigest) }
      : rest;
  }

  /** Makes the key where there is none yet, and of nobody who is not registered or is erased. */
  async sealed(personId: string, name: string, state: person.PersonState): Promise<Sealed> {
    if (idTells(personId, name)) return { idTellsName: true };
    const key = await this.#keyOf(personId, state);
    return key ? { sealed: seal(key, personId, { name }) } : {};
  }

  async #keyOf(personId: string, { registered, erased }: person.PersonState): Promise<Buffer | undefined> {
    if (!registered || erased !== 'no') return undefined;
    try {
      return await this.ports.vault.provide(personId);
    } catch (error) {
      // Erased in this moment: the decision says so.
      if (error instanceof KeyDestroyed) return undefined;
      throw error;
    }
  }
}
