import { Inject, Injectable } from '@nestjs/common';
import { atInstant, body, person } from '#governance';
import type { Recorded } from '#governance';
import { nameDigest, saltFor, shownAs } from '#privacy';
import type { ProcessManager } from '#processes';
import { partIdFor, Rejected, StreamWriter } from '#recording';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';
import { PersonNames } from './person-names.ts';

const actor = { actorId: 'privacy', role: 'process' };

/** What a wider policy lets the public see, in this order. */
const policies: readonly body.DisplayNamePolicy[] = ['seat_only', 'initials', 'full'];

const isNarrower = (policy: body.DisplayNamePolicy, than: body.DisplayNamePolicy): boolean =>
  policies.indexOf(policy) < policies.indexOf(than);

/**
 * Keeps the directory of public names as the record says, and erases. Each step may be done again, in any order of
 * crashes: what is published is looked up in the record as it is now, and what is erased is erased once more.
 */
@Injectable()
export class PrivacyProcess implements ProcessManager {
  readonly name = 'privacy';
  readonly reactsTo = [
    'PersonNamePublished',
    'PersonNameWithdrawn',
    'PersonErased',
    'PersonMinoritySet',
    'DisplayNamePolicySet',
  ] as const;

  constructor(
    @Inject(PORTS) private readonly ports: Ports,
    private readonly writer: StreamWriter,
    private readonly names: PersonNames,
  ) {}

  async react(recorded: Recorded): Promise<void> {
    const { event, streamId } = recorded;
    switch (event.type) {
      case 'PersonNamePublished':
        return this.#publish(streamId, event, recorded.envelope.commandId);
      case 'PersonNameWithdrawn':
        return this.#withdraw(streamId);
      case 'PersonMinoritySet':
        return event.minor ? this.#dropRenditions(streamId) : undefined;
      case 'PersonErased':
        return this.#erase(recorded);
      case 'DisplayNamePolicySet':
        return this.#narrow(recorded, event);
      default:
        return;
    }
  }

  async #stateOf(personId: string): Promise<person.PersonState> {
    return (await this.writer.load(person.decider, personId)).state;
  }

  async #publish(personId: string, event: person.PersonNamePublished, commandId: string): Promise<void> {
    const { published } = await this.#stateOf(personId);
    const key = await this.ports.vault.find(personId);
    if (!key || published?.nameDigest !== event.nameDigest) return;
    const full = await this.names.nameOf(personId);
    const name = full === undefined ? undefined : shownAs(full, event.policy);
    if (name === undefined) return;
    const entry = { personId, name, salt: saltFor(key, commandId) };
    if (nameDigest(entry) !== event.nameDigest)
      throw new Error(`the name of ${personId} is not the one that was published: is the vault another one?`);
    this.ports.directory.publish(entry);
  }

  /** Unless it was published again since: then that event puts the new one in its place. */
  async #withdraw(personId: string): Promise<void> {
    const { published } = await this.#stateOf(personId);
    if (!published) this.ports.directory.forget(personId);
  }

  /** The key goes last of what holds the name, and the list of what else holds it after that. */
  async #erase({ streamId: personId, eventId, envelope }: Recorded): Promise<void> {
    if ((await this.#stateOf(personId)).erased === 'done') return;
    const { directory, mentions, vault } = this.ports;
    await this.#dropRenditions(personId);
    directory.forget(personId);
    await vault.destroy(personId);
    mentions.forget(personId);
    await this.#record(personId, { type: 'ConfirmErasure' }, eventId, envelope.$correlationId, 'members');
  }

  /** Minutes that name the person lose their bytes, and keep their hashes. */
  async #dropRenditions(personId: string): Promise<void> {
    const { blobs, publicBlobs, mentions } = this.ports;
    for (const sha256 of mentions.of(personId))
      for (const store of [blobs, publicBlobs]) await store.delete(sha256);
    for (const store of [blobs, publicBlobs]) await store.scrub();
  }

  /** A seat that shows less than it did takes back what was published for it. */
  async #narrow(recorded: Recorded, { seatId, policy }: body.DisplayNamePolicySet): Promise<void> {
    const { streamId: bodyId, eventId, envelope } = recorded;
    const { state } = await this.writer.load(body.decider, bodyId);
    const holders = state.seats.get(seatId)?.seatings.map(({ holder }) => holder) ?? [];
    for (const personId of new Set(holders.filter(({ kind }) => kind === 'person').map(({ id }) => id))) {
      const { published } = await this.#stateOf(personId);
      if (published?.bodyId !== bodyId || published.seatId !== seatId) continue;
      if (!isNarrower(policy, published.policy)) continue;
      await this.#record(
        personId,
        { type: 'WithdrawPersonName' },
        partIdFor(eventId, personId),
        envelope.$correlationId,
        'public',
      );
    }
  }

  /** Another process, or this one before a crash, may have said it already. */
  async #record(
    personId: string,
    command: person.Command,
    causationId: string,
    correlationId: string,
    visibility: 'members' | 'public',
  ): Promise<void> {
    const context = {
      recordedBy: actor,
      mode: 'live' as const,
      commandId: partIdFor(causationId, command.type),
      correlationId,
      visibility,
    };
    try {
      await this.writer.write(person.decider, { streamId: personId, command, context }, () =>
        Promise.resolve({ at: atInstant(new Date().toISOString()), personId, other: undefined }),
      );
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
    }
  }
}
