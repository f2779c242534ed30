import { eventData } from '#governance';
import type { DomainEvent, Finding } from '#governance';
import { namedIn, open } from '#privacy';
import type { Vault } from '#privacy';
import { sealedSince } from '#projections';
import type { ReadModelReader } from '#projections';
import type { WriteContext } from '#recording';

/** Where names and their keys are; nothing is watched until the read models can be read. */
type Sources = Readonly<{
  vault: Pick<Vault, 'find'>;
  reader: Pick<ReadModelReader, 'read'>;
  progress: Readonly<{ position: number }>;
}>;

/** Words apart: ids, hashes and dates are no texts. */
const isText = (value: unknown): value is string => typeof value === 'string' && /\p{L}\s+\S/u.test(value);

type Text = Readonly<{ field: string; text: string }>;

function textsInside(field: string, value: unknown): readonly Text[] {
  if (isText(value)) return [{ field, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((one) => textsInside(field, one));
}

/** Every text in an event, with the name of the field in which it stands. */
const textsIn = (event: DomainEvent): readonly Text[] =>
  Object.entries(eventData(event)).flatMap(([field, value]) => textsInside(field, value));

/**
 * Notes where a public text names a person who is registered: no erasing reaches into what somebody typed. The
 * finding says in which field, and neither the name nor whose it is, because it is public itself.
 *
 * Names are in memory only, and are forgotten when the read models tell that the person is erased.
 */
export class NameWatch {
  readonly #sources: Sources;
  readonly #names = new Map<string, string>();
  #position = 0;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  readonly inspect = (
    events: readonly DomainEvent[],
    { visibility }: Pick<WriteContext, 'visibility'>,
  ): Promise<readonly Finding[]> | undefined => {
    if (visibility !== 'public' || this.#sources.progress.position < 0) return undefined;
    const texts = events.flatMap(textsIn);
    return texts.length > 0 ? this.#namedIn(texts) : undefined;
  };

  async #namedIn(texts: readonly Text[]): Promise<readonly Finding[]> {
    await this.#learn();
    const known = [...this.#names.values()];
    const naming = texts.filter(({ text }) => known.some(namedIn(text)));
    const fields = [...new Set(naming.map(({ field }) => field))];
    return fields.length === 0
      ? []
      : [{ code: 'PERSON_NAMED_IN_TEXT', severity: 'warning', inputs: { fields } }];
  }

  async #learn(): Promise<void> {
    const news = this.#sources.reader.read((reads) => sealedSince(reads, this.#position));
    for (const { personId, position, data } of news) {
      const key = data && (await this.#sources.vault.find(personId));
      if (data && key) this.#names.set(personId, open(key, personId, data).name);
      else this.#names.delete(personId);
      this.#position = Math.max(this.#position, position);
    }
  }
}
