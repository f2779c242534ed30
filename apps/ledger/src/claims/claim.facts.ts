import { Inject, Injectable } from '@nestjs/common';
import { claim, source } from '#governance';
import { occurredAt, StreamWriter } from '#recording';
import type { WriteContext } from '#recording';
import { readMandate } from '../motions/read-motion.ts';
import { anyZone } from '../platform/index.ts';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';

type Source = Readonly<{ publisher: string; revision: number; textSha256?: string | undefined }>;

/** Reads from other streams what decisions on a claim need. */
@Injectable()
export class ClaimFacts {
  constructor(
    private readonly writer: StreamWriter,
    @Inject(PORTS) private readonly ports: Ports,
  ) {}

  async of(
    claimId: string,
    command: claim.Command,
    state: claim.ClaimState,
    context: WriteContext,
  ): Promise<claim.Facts> {
    const { sourceId, sourceText, claimIds, retractedIn, fact } = claim.streamsRead(state, command);
    const from = sourceId === undefined ? undefined : await this.#source(sourceId);
    return {
      at: occurredAt(context, anyZone),
      claimId,
      source: from,
      sourceText: sourceText ? await this.#text(from) : undefined,
      retractedInKnown: retractedIn === undefined || (await this.#source(retractedIn)) !== undefined,
      claimIds: await this.#recorded(claimIds),
      factIsRecorded: fact !== undefined && (await this.#isRecorded(fact)),
      authority: context.recordedBy.authority,
      mandate: await readMandate(this.writer, context),
    };
  }

  async #source(sourceId: string): Promise<Source | undefined> {
    const { state, revision } = await this.writer.load(source.decider, sourceId);
    const { registered, publisher, textSha256 } = state;
    return registered ? { publisher, revision, textSha256 } : undefined;
  }

  /** A text that was erased since is held against nothing. */
  async #text(from: Source | undefined): Promise<string | undefined> {
    const blob = from?.textSha256 === undefined ? undefined : await this.ports.blobs.get(from.textSha256);
    return blob?.bytes.toString('utf8');
  }

  async #recorded(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const found = await Promise.all(ids.map((id) => this.writer.load(claim.decider, id)));
    return new Set(ids.filter((_id, i) => found[i]?.state.recorded));
  }

  async #isRecorded({ stream, revision }: claim.FactRef): Promise<boolean> {
    const events = await this.ports.store.readStream(stream, { from: revision, limit: 1 });
    return events.length > 0;
  }
}
