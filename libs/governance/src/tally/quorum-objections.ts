import type { Inputs, Objection } from '../kernel/index.ts';
import { quorumReason } from './quorum.ts';
import type { QuorumTrace } from './trace.ts';

type ObjectionOf = (code: string, inputs: Inputs) => Objection;

/** One objection for every test of the quorum that fails, with its numbers. */
export const quorumObjections = ({ tests }: QuorumTrace, objection: ObjectionOf): readonly Objection[] =>
  tests.flatMap((test) => {
    const reason = quorumReason({ pass: test.pass, tests: [test] });
    return reason ? [objection(reason, { test })] : [];
  });
