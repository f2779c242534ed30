import type { EventStore } from '#event-store';
import { readEntries } from '#public-record';
import { Edge } from '#tlog';
import type { TreeHead } from './checkpoints.ts';
import { leafOf } from './recompute.ts';

/** The tree that all stored entries make, computed from their bytes. */
export async function recordRoot(store: EventStore): Promise<TreeHead> {
  const edge = new Edge();
  for (;;) {
    const entries = await readEntries(store, edge.size, 1000);
    if (entries.length === 0) return { size: edge.size, root: edge.root().toString('base64') };
    for (const entry of entries) edge.append(leafOf(entry));
  }
}
