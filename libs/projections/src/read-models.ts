import type { ReadModel } from './runtime/index.ts';

/** Everything that can be shown of the public record. */
export declare const publicReadModels: readonly ReadModel[];
/** And who may act in the ledger. */
export declare const ledgerReadModels: readonly ReadModel[];
