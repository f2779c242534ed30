import type { source } from '#governance';
import type { Provenance } from '../provenance.ts';

export type SourceView = Omit<source.SourceRegistered, 'type'> &
  Readonly<{ sourceId: string; revision: number; claims: number; provenance: Provenance }>;
