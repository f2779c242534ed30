import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { CommitmentEntry, EventEntry } from './entry.ts';

/** SHA-256(salt ‖ canonical event), hex. `salt` is the hex of the event's envelope. */
export const commitmentTo = (canonicalEvent: string, salt: string): string =>
  createHash('sha256').update(Buffer.from(salt, 'hex')).update(canonicalEvent).digest('hex');

/** Whether this event, with this salt, is what was committed to: proves a late disclosure. */
export const openCommitment = (entry: CommitmentEntry, event: EventEntry, salt: string): boolean =>
  commitmentTo(canonicalJson(event), salt) === entry.commitment;
