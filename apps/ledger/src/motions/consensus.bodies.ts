import { motion, tally } from '#governance';
import { RoleHolderBody } from '../bodies/body.parts.ts';
import {
  ClauseRefBody,
  CommandBody,
  IdField,
  Nested,
  OneOf,
  Sha256Field,
  TextField,
} from '../platform/index.ts';
import { DecisionRuleBody, NamedClauseBody } from './decision-rule.bodies.ts';

const reasonMax = 2_000;

/** A question that is put to the body: under which rule, on which text, in which meeting. */
export class QuestionBody extends CommandBody {
  @Nested(NamedClauseBody, {
    optional: true,
    description: 'The clause that states the rule: the one in force then is resolved and cited.',
  })
  clause?: NamedClauseBody;
  @Nested(DecisionRuleBody, {
    optional: true,
    description: 'The rule itself, as minutes or a source tell it.',
  })
  rule?: DecisionRuleBody;
  @Sha256Field({
    optional: true,
    description: 'Of the text that was read out, to hold it against the record.',
  })
  textSha256?: string;
  @IdField({ optional: true, description: 'The meeting, where it is not the one that the motion is before.' })
  meetingId?: string;
  @IdField({ optional: true, description: 'The item, where it is not the one of the motion.' })
  itemId?: string;
}

export class CallConsensusBody extends QuestionBody {
  @IdField({ example: 'round-1' })
  roundId!: string;
  @Nested(RoleHolderBody, {
    optional: true,
    description: 'Who calls the round: a seat, or a facilitator or convener without one.',
  })
  calledBy?: RoleHolderBody;
}

/** A command about one round of consensus. */
export class RoundBody extends CommandBody {
  @IdField({ example: 'round-1' })
  roundId!: string;
}

export class PositionBody extends RoundBody {
  @IdField({ example: 'union-1' })
  seatId!: string;
  @OneOf(tally.positions, { example: 'agree' })
  position!: tally.Position;
  @TextField({ max: reasonMax, optional: true, description: 'Why; a block needs it.' })
  reason?: string;
  @OneOf(['proxy'], {
    optional: true,
    description: 'The holder of its proxy speaks for a seat that is away.',
  })
  by?: 'proxy';
}

export class RecordMediationBody extends CommandBody {
  @IdField({ example: 'mediation-1' })
  mediationId!: string;
  @Nested(RoleHolderBody, {
    description: 'Who mediates: a person or an organization that belongs to neither side.',
  })
  mediator!: RoleHolderBody;
  @OneOf(motion.mediationOutcomes, { description: '`referred` to the mediator, or how that ended.' })
  outcome!: motion.MediationOutcome;
  @TextField({ max: 20_000, optional: true })
  statement?: string;
  @Nested(ClauseRefBody, {
    optional: true,
    description:
      'The clause that sends the question to mediation; by default that of the rule of the last vote.',
  })
  clauseRef?: ClauseRefBody;
}

export class AbortConsensusBody extends RoundBody {
  @TextField({ max: reasonMax })
  reason!: string;
}
