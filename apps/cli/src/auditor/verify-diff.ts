import { compareCopies, openLog } from '#verifier';
import type { Comparison, Difference } from '#verifier';
import { orCannotTell } from '../verify/command.ts';

export type VerifyDiffOptions = Readonly<{ json?: boolean }>;

const fieldLine = ({ field, expected, found }: Difference): string =>
  `  ${field}: ${JSON.stringify(expected)} became ${JSON.stringify(found)}`;

const moreLines = (more: Comparison['more']): readonly string[] =>
  Object.entries(more).map(([type, count]) => `  ${count} × ${type}`);

/** What a comparison says, as people read it. */
export function comparisonLines(comparison: Comparison): readonly string[] {
  const { relation, oldSize, newSize, common, first, more } = comparison;
  switch (relation) {
    case 'same':
      return [`Both have the same ${oldSize} entries.`];
    case 'extended':
      return [
        `The new copy extends the old one: ${oldSize} entries, and ${newSize - oldSize} more:`,
        ...moreLines(more),
      ];
    case 'behind':
      return [
        `The new copy has only the first ${newSize} of the ${oldSize} entries of the old one. It lacks:`,
        ...moreLines(more),
      ];
    case 'diverged':
      return [
        `The copies part at entry ${common}: the first ${common} are the same, and what follows is another history.`,
        ...(first?.fields ?? []).map(fieldLine),
      ];
  }
}

/** `minutebook verify-diff OLD NEW`: 0 the same or extended, 1 anything else, 2 could not tell. */
export const verifyDiffCommand = (older: string, newer: string, { json }: VerifyDiffOptions): Promise<void> =>
  orCannotTell(async () => {
    const comparison = await compareCopies(await openLog(older), await openLog(newer));
    console.log(json ? JSON.stringify(comparison, undefined, 2) : comparisonLines(comparison).join('\n'));
    const extendsIt = comparison.relation === 'same' || comparison.relation === 'extended';
    return extendsIt ? 'verified' : 'not_verified';
  });
