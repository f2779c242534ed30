import { Problem } from '#platform';
import { writeProblem } from '../platform/write-problems.ts';
import type { ReceiptBody } from '../platform/index.ts';
import type { LineOutcomeBody } from './meeting-entry.bodies.ts';
import type { Line } from './plan.ts';

/** What stands against a line; undefined where something else failed, which may succeed the next time. */
export function objectionIn(error: unknown): Problem | undefined {
  const problem = error instanceof Problem ? error : writeProblem(error);
  return problem && problem.status < 500 ? problem : undefined;
}

export const isRefused = ({ outcome }: LineOutcomeBody): boolean => outcome === 'refused';

/** All refused lines, each with its place and its reason. */
export const refusal = (outcomes: readonly LineOutcomeBody[]): Problem =>
  new Problem('MEETING_NOT_RECORDED', {
    inputs: { lines: outcomes.filter(isRefused) },
    errors: outcomes.filter(isRefused).map(({ line, problem }) => {
      const { code, title } = problem as { code: string; title: string };
      return { pointer: `/lines/${line}`, detail: `${code}: ${title}` };
    }),
  });

/** The codes of the lines against which a refusal of the whole stands. */
export function codesOfLines({ code, details: { inputs } }: Problem): readonly string[] {
  if (code === 'MEETING_ENTRY_STOPPED') return [String(inputs?.code)];
  if (code !== 'MEETING_NOT_RECORDED') return [];
  return (inputs?.lines as readonly LineOutcomeBody[]).map(
    ({ problem }) => (problem as { code: string }).code,
  );
}

const placed = ({ operation, target }: Line, line: number) => ({ line, operation, target });

export const acceptedLine = (line: Line, index: number, receipt: ReceiptBody): LineOutcomeBody => ({
  ...placed(line, index),
  outcome: 'accepted',
  events: receipt.events.map(({ type }) => type),
  findings: [...receipt.findings],
});

export const refusedLine = (line: Line, index: number, problem: Problem): LineOutcomeBody => ({
  ...placed(line, index),
  outcome: 'refused',
  events: [],
  findings: [],
  problem: problem.toDocument(),
});
