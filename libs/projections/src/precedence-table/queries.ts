import { motion, rulebook } from '#governance';
import type { When } from '#governance';
import { getBody } from '../bodies/queries.ts';
import { selectionOf } from '../rules-in-force/queries.ts';
import type { Reads } from '../runtime/index.ts';
import type { PrecedenceRow, PrecedenceTableView } from './views.ts';

const rowOf =
  (table: motion.OrderTable) =>
  (motionClass: motion.MotionClass): PrecedenceRow => {
    const rank = motion.rankOf(motionClass);
    return { motionClass, ...(rank !== undefined && { rank }), ...motion.classRule({ table }, motionClass) };
  };

const outOfOrder = {
  reject: 'refused',
  finding: 'finding',
  information: 'information',
} as const satisfies Record<rulebook.Effect, PrecedenceTableView['outOfOrder']>;

/** The table of motions by which a body keeps order at a time; undefined for a body that is not known. */
export function getPrecedenceTable(
  reads: Reads,
  bodyId: string,
  { asOf, knownAt }: Readonly<{ asOf: When; knownAt?: string | undefined }>,
): PrecedenceTableView | undefined {
  const body = getBody(reads, bodyId, { knownAt });
  if (!body) return undefined;
  const selection = selectionOf(body, asOf);
  const { order } = selection;
  const table = motion.orderTableOf(selection);
  const effect = rulebook.effectOf('RR-02', 'HIGHER_PRECEDENCE_PENDING', 'live', { ...selection, at: asOf });
  return {
    bodyId,
    asOf,
    table,
    ...(order && { adopted: order }),
    outOfOrder: effect ? outOfOrder[effect] : 'nothing',
    rows: motion.motionClasses.map(rowOf(table)),
  };
}
