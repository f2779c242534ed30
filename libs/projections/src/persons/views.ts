import type { Provenance } from '../provenance.ts';

/** Another id of the same person. Votes and seats keep the id under which they were recorded. */
export type PersonLinkView = Readonly<{ personId: string; basis: string; provenance: Provenance }>;

export type PersonView = Readonly<{
  personId: string;
  keyId?: string;
  /** Linked to it directly, from either side. */
  linkedTo: readonly PersonLinkView[];
  provenance: Provenance;
}>;
