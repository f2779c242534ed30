import { motion } from '#governance';
import type { StreamWriter } from '#recording';

/** The motion by whose authority something is recorded, read from its own stream; undefined where there is none. */
export async function authorityMotion(
  writer: StreamWriter,
  motionId: string | undefined,
): Promise<motion.AuthorityMotion | undefined> {
  if (motionId === undefined) return undefined;
  const { state, revision } = await writer.load(motion.decider, motionId);
  return motion.authorityMotion(state, { motionId, revision });
}
