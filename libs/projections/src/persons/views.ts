import type { Provenance } from '../provenance.ts';

/** Another id of the same person. Votes and seats keep the id under which they were recorded. */
export type PersonLinkView = Readonly<{ personId: string; basis: string; provenance: Provenance }>;

export type PersonView = Readonly<{
  personId: string;
  keyId?: string;
  /** Whether a name is recorded; `getPersonName` tells it to those who may know. */
  named: boolean;
  minor: boolean;
  /** Whether the name is in the public directory. */
  namePublic: boolean;
  /** `done` once the key and every copy of the name are gone. */
  erasure?: 'under_way' | 'done';
  /** Linked to it directly, from either side. */
  linkedTo: readonly PersonLinkView[];
  provenance: Provenance;
}>;
