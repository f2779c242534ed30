import { isSha256 } from '#blobs';
import type { DomainEvent, Recorded } from '#governance';

type Named = Readonly<{
  [E in DomainEvent as E['type']]?: (event: E, recordedAt: string) => readonly (string | undefined)[];
}>;

/**
 * The fields that name a text or a file which is for whoever may read the event. A hash that stands in none of
 * these is a hash and nothing else: of a text that the event holds itself, of a secret, of what others keep.
 */
const named: Named = {
  AgendaPosted: ({ sha256 }) => [sha256],
  // A writing may be promised to the public for a later day.
  WritingDistributed: ({ sha256, publicFrom }, recordedAt) =>
    publicFrom !== undefined && publicFrom.latest <= recordedAt ? [sha256] : [],
  InstrumentVersionProposed: ({ fullTextSha256 }) => [fullTextSha256],
  RenditionPublished: ({ sha256 }) => [sha256],
  MinutesDrafted: ({ renditions }) => renditions.map(({ sha256 }) => sha256),
  MinutesApproved: ({ renditions }) => renditions.map(({ sha256 }) => sha256),
};

/** The SHA-256 of every blob to which an event refers, each once. */
export function blobReferences({ event, recordedAt }: Recorded): readonly string[] {
  const references = named[event.type] as
    ((event: DomainEvent, at: string) => readonly unknown[]) | undefined;
  return [...new Set(references?.(event, recordedAt).filter(isSha256))];
}
