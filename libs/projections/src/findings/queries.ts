import type { Severity } from '#governance';
import type { Page, PageRequest } from '../page.ts';
import type { Reads } from '../runtime/reads.ts';
import type { FindingView } from './views.ts';

export type FindingFilter = Readonly<{
  bodyId?: string | undefined;
  code?: string | undefined;
  severity?: Severity | undefined;
  stream?: string | undefined;
}>;

/** Latest recorded first. */
export declare function listFindings(reads: Reads, request?: FindingFilter & PageRequest): Page<FindingView>;
