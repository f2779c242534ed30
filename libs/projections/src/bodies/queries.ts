import type { Page, PageRequest } from '../page.ts';
import type { Reads } from '../runtime/reads.ts';
import type { BodyStatus, BodySummary, BodyView } from './views.ts';

export type BodyFilter = Readonly<{ parentBodyId?: string | undefined; status?: BodyStatus | undefined }>;

/** By name. */
export declare function listBodies(reads: Reads, request?: BodyFilter & PageRequest): Page<BodySummary>;
export declare function getBody(reads: Reads, bodyId: string): BodyView | undefined;
/** The zone in which the body's dates are read; undefined for a body that is not in the record. */
export declare function bodyTimeZone(reads: Reads, bodyId: string): string | undefined;
