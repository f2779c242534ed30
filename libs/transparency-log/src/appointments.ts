import { parseVerifier, signatureTypes } from '#tlog';
import type { Verifier } from '#tlog';
import { decodePublicEntry } from '#public-record';
import type { StoredEntry } from '#public-record';
import type { Witness } from './witness-client.ts';

/** A witness as a body appointed it, by the entry that says so. */
type Appointed = Readonly<{ witnessId: string; vkey: string; url: string }>;

/** Spares the parsing of everything else. */
const marks = ['"type":"WitnessAppointed"', '"type":"WitnessDismissed"'];

/** undefined for what is no key of a witness. */
export function verifierIn(vkey: string): Verifier | undefined {
  try {
    const verifier = parseVerifier(vkey);
    return verifier.type === signatureTypes.cosignature ? verifier : undefined;
  } catch {
    return undefined;
  }
}

/** The witnesses that bodies have appointed, as the public record tells it. */
export class Appointments {
  readonly #byPlace = new Map<string, Appointed>();
  #next = 0;

  take({ index, text }: StoredEntry): void {
    if (index < this.#next) return;
    this.#next = index + 1;
    if (!marks.some((mark) => text.includes(mark))) return;
    const entry = decodePublicEntry(text);
    if (entry.kind !== 'event' || !entry.stream.startsWith('body-')) return;
    const data = entry.data as Partial<Appointed>;
    const place = `${entry.stream.slice('body-'.length)}/${data.witnessId}`;
    if (entry.type === 'WitnessDismissed') this.#byPlace.delete(place);
    if (entry.type === 'WitnessAppointed') this.#byPlace.set(place, data as Appointed);
  }

  /** Each key once, by the name of the first body that appointed it: `<body>/<witness>`. */
  get witnesses(): readonly Witness[] {
    const byKey = new Map<string, Witness>();
    for (const [name, { vkey, url }] of this.#byPlace) {
      const verifier = verifierIn(vkey);
      if (verifier && !byKey.has(vkey)) byKey.set(vkey, { name, verifier, url });
    }
    return [...byKey.values()];
  }
}
