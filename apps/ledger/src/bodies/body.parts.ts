import { ClauseRefBody, Count, IdField, OneOf } from '../platform/index.ts';
import type { body } from '#governance';

export { ClauseRefBody };

export class ConstituencySeatsBody implements body.ConstituencySeats {
  @IdField()
  constituencyId!: string;
  @Count({ max: 1_000, description: 'Seats with a full vote.' })
  voting!: number;
  @Count({ optional: true, max: 1_000, description: 'Seats with an advisory vote.' })
  advisory?: number;
}

export class ConstituencyShareBody {
  @IdField()
  constituencyId!: string;
  @Count({ max: 100, description: 'Percent of the voting seats.' })
  percent!: number;
}

export class SeatHolderBody {
  @OneOf(['person', 'organization'])
  kind!: 'person' | 'organization';
  @IdField({ description: 'Of a person: a pseudonym, never a name.' })
  id!: string;
}

export class RoleHolderBody implements body.Holder {
  @OneOf(['seat', 'person', 'organization'])
  kind!: body.Holder['kind'];
  @IdField({ description: 'Of a person: a pseudonym, never a name.' })
  id!: string;
}
