import { describe, expect, it } from '@jest/globals';
import { voteOptions } from './trace.ts';
import { voteOptionTable } from './vote-option.ts';

describe('vote options', () => {
  it('are eight', () => {
    expect(Object.keys(voteOptionTable).sort()).toEqual([...voteOptions].sort());
    expect(voteOptions).toHaveLength(8);
  });

  it.each([
    ['yes', 'yes', 'yes'],
    ['no', 'no', 'no'],
    ['abstain', 'abstain', 'abstain'],
    ['not voting', 'not voting', 'not voting'],
    ['recused', 'not voting', 'other'],
    ['excused', 'absent', 'excused'],
    ['absent', 'absent', 'absent'],
    ['paired', 'paired', 'paired'],
  ] as const)('%s is %s in Popolo and %s in OCD', (option, popolo, ocd) => {
    expect(voteOptionTable[option]).toMatchObject({ popolo, ocd });
  });

  it('keep what a standard cannot say in an extension', () => {
    const lossy = voteOptions.filter((option) => voteOptionTable[option].popolo !== option);
    expect(lossy).toEqual(['recused', 'excused']);
    expect(lossy.map((option) => voteOptionTable[option].extension?.popolo)).toEqual(lossy);
  });

  it('only yes and no are always cast', () => {
    expect(
      voteOptions.filter((option) => voteOptionTable[option].countsTowardVotesCast === 'always'),
    ).toEqual(['yes', 'no']);
  });
});
