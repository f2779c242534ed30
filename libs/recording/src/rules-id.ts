import { hash } from 'node:crypto';
import { rulebook } from '#governance';

/** Of the hash, as much as tells rulebooks apart: hexadecimal digits. */
const digits = 12;

/**
 * The rulebook by which this program judges: the version of its decisions, and the beginning of the SHA-256 of its
 * tables. Every event names it, so that whoever decides it again knows by which rules it was judged.
 */
export const rulesId = `${rulebook.rulesVersion}-${hash('sha256', rulebook.canonicalRules()).slice(0, digits)}`;
