import { broken } from '../rulebook/broken.ts';
import type { Inputs, Objection } from '../kernel/index.ts';
import type { Selection } from '../rulebook/selection.ts';
import { quorumReason } from './quorum.ts';
import type { QuorumReason, QuorumTrace } from './trace.ts';

type ObjectionOf = (code: QuorumReason, inputs: Inputs) => Objection;

/** One objection for every test of the quorum that fails, with its numbers. */
export const quorumObjections = ({ tests }: QuorumTrace, objection: ObjectionOf): readonly Objection[] =>
  tests.flatMap((test) => {
    const reason = quorumReason({ pass: test.pass, tests: [test] });
    return reason ? [objection(reason, { test })] : [];
  });

/** A quorum is wanted by the rules of the body itself (SP-03); of a Brown Act body by the law too (BA-15). */
export const quorumRule =
  ({ regime }: Selection): ObjectionOf =>
  (code, inputs) =>
    regime === 'BROWN_ACT' ? broken('BA-15', code, inputs) : broken('SP-03', code, inputs);
