import { irregular, refuse } from '../kernel/index.ts';
import type { Decision } from '../kernel/index.ts';
import type { RenditionPublished } from './events.ts';
import type { BlobFact } from './facts.ts';
import { knownVersion, registered } from './guards.ts';
import type { InstrumentState, Rendition } from './state.ts';

/** A version is there to be read in a language, as a file that was put into the ledger before. */
export type PublishRendition = Readonly<{ type: 'PublishRendition' }> & Omit<RenditionPublished, 'type'>;

const isSame = (a: Rendition, b: Rendition): boolean =>
  a.versionId === b.versionId &&
  a.lang === b.lang &&
  a.mime === b.mime &&
  a.sha256 === b.sha256 &&
  a.authentic === b.authentic;

export function* publishRendition(
  state: InstrumentState,
  command: PublishRendition,
  { blobHeld }: BlobFact,
): Decision<RenditionPublished> {
  const { versionId, sha256, lang, mime } = command;
  yield* registered(state);
  yield* knownVersion(state, versionId);
  if (state.renditions.some((one) => isSame(one, command)))
    return yield* refuse('RENDITION_EXISTS', { versionId, lang, mime, sha256 });
  if (!blobHeld) yield irregular('BLOB_UNKNOWN', { sha256 });
  return [{ ...command, type: 'RenditionPublished' }];
}
