import type { When } from '../../kernel/when.ts';
import type { MotionStatus } from '../status.ts';
import { amendedAmendment, isMisfit } from './amendment.ts';
import type { Amendment } from './amendment.ts';
import { procedureEventTypes } from './events.ts';
import type {
  AdoptedMotionAmended,
  DebateLimited,
  MotionReconsidered,
  MotionTextAmended,
  OutOfOrderGround,
  PreviousNoticeGiven,
  ProcedureEvent,
  QuestionPart,
  ReceivingAction,
  ReconsiderationEnded,
  ReconsiderationMoved,
} from './events.ts';

export type Transmission = Readonly<{ toBodyId: string; toMotionId: string; action?: ReceivingAction }>;

export type DebateLimits = Omit<DebateLimited, 'type' | 'byMotionId' | 'byMotionRevision'>;

/** What became of a motion through other motions, rulings and bodies. */
export type Procedure = Readonly<{
  /** Motions whose adoption changed this one: none does it twice. */
  appliedMotionIds: readonly string[];
  notice?: Omit<PreviousNoticeGiven, 'type'> & Readonly<{ at: When }>;
  /** The ruling that put it out of order, and where it was before. */
  ruling?: Readonly<{ rulingId: string; meetingId: string; ground: OutOfOrderGround; from: MotionStatus }>;
  reconsideration?: Readonly<{ byMotionId: string; from: MotionStatus }>;
  /** It has been before the body again: not twice (RR-07). */
  reconsidered: boolean;
  /** Ordered, until the motion is decided (RR-17). */
  previousQuestion?: true;
  /** As the body set it last, until the motion is decided. */
  debate?: DebateLimits;
  /** Its text was amended after its adoption: a corrected record of its vote restores it so. */
  amendedSinceAdoption?: true;
  children: readonly QuestionPart[];
  transmissions: readonly Transmission[];
  receivedFrom?: Readonly<{ bodyId: string; motionId: string }>;
}>;

/** What of a motion they change. */
export type Proceeding = Readonly<{
  status: MotionStatus;
  text: string;
  textSha256: string;
  amendment?: Amendment;
  meetingId?: string;
  procedure: Procedure;
}>;

export const noProcedure: Procedure = {
  appliedMotionIds: [],
  reconsidered: false,
  children: [],
  transmissions: [],
};

export const isProcedural = (event: Readonly<{ type: string }>): event is ProcedureEvent =>
  procedureEventTypes.has(event.type);

const withProcedure = <S extends Proceeding>(state: S, change: Partial<Procedure>): S => ({
  ...state,
  procedure: { ...state.procedure, ...change },
});

/** The motion came to a status through another motion. */
export const through = <S extends Proceeding>(
  state: S,
  status: MotionStatus,
  byMotionId: string | undefined,
): S => ({
  ...withProcedure(state, {
    appliedMotionIds: [
      ...state.procedure.appliedMotionIds,
      ...(byMotionId === undefined ? [] : [byMotionId]),
    ],
  }),
  status,
});

/** The text changed; of an amendment that was amended, the operation too. */
function withText<S extends Proceeding>(state: S, event: MotionTextAmended | AdoptedMotionAmended): S {
  const { text, afterSha256: textSha256, amendment: change, byMotionId } = event;
  const after = through(state, state.status, byMotionId);
  if (!state.amendment) return { ...after, text, textSha256 };
  const amendment = amendedAmendment(state.amendment, change);
  return { ...after, text, textSha256, ...(!isMisfit(amendment) && { amendment }) };
}

function withAction<S extends Proceeding>(state: S, toMotionId: string, action: ReceivingAction): S {
  const { transmissions } = state.procedure;
  return withProcedure(state, {
    transmissions: transmissions.map((one) => (one.toMotionId === toMotionId ? { ...one, action } : one)),
  });
}

/** What rulings and reconsiderations interrupt goes on where it was. */
const resumed = <S extends Proceeding>(
  state: S,
  interrupted: Readonly<{ from: MotionStatus }> | undefined,
): S => ({
  ...state,
  status: interrupted?.from ?? state.status,
});

function without<S extends Proceeding>(state: S, field: 'ruling' | 'reconsideration'): S {
  const { [field]: _ended, ...procedure } = state.procedure;
  return { ...state, procedure };
}

function evolveReconsideration<S extends Proceeding>(
  state: S,
  event: ReconsiderationMoved | MotionReconsidered | ReconsiderationEnded,
): S {
  const { byMotionId } = event;
  switch (event.type) {
    case 'ReconsiderationMoved':
      return {
        ...withProcedure(state, { reconsideration: { byMotionId, from: state.status } }),
        status: 'reconsideration_pending',
      };
    case 'MotionReconsidered': {
      const { meetingId } = event;
      const after = through(without(state, 'reconsideration'), 'pending', byMotionId);
      return {
        ...withProcedure(after, { reconsidered: true }),
        ...(meetingId !== undefined && { meetingId }),
      };
    }
    case 'ReconsiderationEnded':
      return without(resumed(state, state.procedure.reconsideration), 'reconsideration');
  }
}

export function evolveProcedure<S extends Proceeding>(state: S, event: ProcedureEvent, at: When): S {
  switch (event.type) {
    case 'PreviousNoticeGiven': {
      const { type: _type, ...notice } = event;
      return withProcedure(state, { notice: { ...notice, at } });
    }
    case 'MotionTextAmended':
      return withText(state, event);
    case 'QuestionDivided':
      return withProcedure(through(state, 'divided', event.byMotionId), { children: event.children });
    case 'MotionRuledOutOfOrder': {
      const { rulingId, meetingId, ground } = event;
      const ruling = { rulingId, meetingId, ground, from: state.status };
      return { ...withProcedure(state, { ruling }), status: 'ruled_out_of_order' };
    }
    case 'MotionReinstated':
      return without(resumed(state, state.procedure.ruling), 'ruling');
    case 'PreviousQuestionOrdered':
      return withProcedure(through(state, state.status, event.byMotionId), { previousQuestion: true });
    case 'DebateLimited': {
      const { type: _type, byMotionId, byMotionRevision: _revision, ...debate } = event;
      return withProcedure(through(state, state.status, byMotionId), { debate });
    }
    case 'CommitteeDischarged':
      return through(state, 'pending', event.byMotionId);
    case 'ReconsiderationMoved':
    case 'MotionReconsidered':
    case 'ReconsiderationEnded':
      return evolveReconsideration(state, event);
    case 'MotionRescinded':
      return through(state, 'rescinded', event.byMotionId);
    case 'AdoptedMotionAmended':
      return {
        ...withProcedure(withText(state, event), { amendedSinceAdoption: true }),
        status: 'amended_after_adoption',
      };
    case 'MotionTransmitted': {
      const { toBodyId, toMotionId } = event;
      return withProcedure(state, {
        transmissions: [...state.procedure.transmissions, { toBodyId, toMotionId }],
      });
    }
    case 'MotionReceived': {
      const receivedFrom = { bodyId: event.fromBodyId, motionId: event.fromMotionId };
      return { ...withProcedure(state, { receivedFrom }), status: 'submitted' };
    }
    case 'ReceivingBodyActed':
      return withAction(state, event.toMotionId, event.action);
  }
}
