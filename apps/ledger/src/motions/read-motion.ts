import { motion } from '#governance';
import type { StreamWriter } from '#recording';

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
