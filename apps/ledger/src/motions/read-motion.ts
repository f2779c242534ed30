import { motion } from '#governance';
import type { StreamWriter, WriteContext } from '#recording';
import { isId } from '../platform/fields.ts';

/**
 * A motion that something outside its stream cites, at its last durable revision, which the event pins.
 * Undefined where there is none, or no id is given.
 */
export async function readMotion(
  writer: StreamWriter,
  motionId: string | undefined,
): Promise<motion.CitedMotion | undefined> {
  if (motionId === undefined) return undefined;
  const { state, revision } = await writer.load(motion.decider, motionId);
  return motion.citedMotion(state, { motionId, revision });
}

/** The motion that the envelope names as the authority, where that is the id of one: old sources name motions in words. */
export function readMandate(
  writer: StreamWriter,
  { recordedBy: { authority } }: WriteContext,
): Promise<motion.CitedMotion | undefined> {
  const named = authority?.kind === 'motion' && isId(authority.ref);
  return readMotion(writer, named ? authority.ref : undefined);
}
