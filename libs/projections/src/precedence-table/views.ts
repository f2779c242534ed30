import type { motion, rulebook, When } from '#governance';

/** A class of motions, as the rules of order have it. */
export type PrecedenceRow = motion.ClassRule &
  Readonly<{
    motionClass: motion.MotionClass;
    /**
     * Of motions that may be pending together the highest is decided first; a main motion has 0. Absent: it has none,
     * and is decided when it arises.
     */
    rank?: number;
  }>;

/** By which table a body keeps order, highest precedence first. */
export type PrecedenceTableView = Readonly<{
  bodyId: string;
  asOf: When;
  table: motion.OrderTable;
  /** What the body adopted; absent where it has not said by which rules it proceeds: then the table informs. */
  adopted?: Pick<rulebook.AdoptedOrder, 'rulesOfOrder' | 'precedence' | 'smallBoard'>;
  /** What a motion out of its order comes to: refused as it happens where the body takes the table strictly, else a finding or information (RR-02). */
  outOfOrder: 'refused' | 'finding' | 'information' | 'nothing';
  rows: readonly PrecedenceRow[];
}>;
