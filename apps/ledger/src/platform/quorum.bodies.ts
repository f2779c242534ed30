import type { tally } from '#governance';
import { Count, OneOf, TextList } from './fields.ts';

const quorumBases: readonly tally.QuorumBase[] = ['seats_filled', 'seats_authorized', 'fixed'];
const comparisons: readonly tally.Comparison[] = ['gt', 'gte'];
const scopes = ['body', 'each_constituency'] as const;
export const largestFactor = 2 ** 26;

/** So many of the seats of the body, or of each constituency, are present. */
export class QuorumProportionBody implements tally.QuorumProportion {
  @OneOf(scopes, { example: 'each_constituency' })
  scope!: 'body' | 'each_constituency';
  @OneOf(quorumBases, { description: 'What the present seats are measured on.', example: 'seats_authorized' })
  base!: tally.QuorumBase;
  @Count({ optional: true, min: 1, max: largestFactor, description: 'The base, where it is `fixed`.' })
  n?: number;
  @Count({ max: largestFactor, description: 'Numerator of the share.', example: 1 })
  num!: number;
  @Count({ min: 1, max: largestFactor, description: 'Denominator of the share.', example: 2 })
  den!: number;
  @OneOf(comparisons, { description: 'More than the share, or at least the share.', example: 'gt' })
  cmp!: tally.Comparison;
}

/** Seats (`seat-1`) or offices (`co_chair:union`, `chair`) without which there is no quorum. */
export class MandatorySeatsBody {
  @TextList({ min: 1, max: 50, textMax: 220, example: ['co_chair:district', 'co_chair:union'] })
  mandatorySeats!: string[];
}
