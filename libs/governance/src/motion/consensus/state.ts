import type { When } from '../../kernel/when.ts';
import type { Position } from '../../tally/consensus.ts';
import type { ConsensusCalled, ConsensusEvent } from './events.ts';

export type HeldPosition = Readonly<{
  position: Position;
  by: 'member' | 'alternate' | 'proxy';
  /** The seat that speaks for it by proxy. */
  proxySeatId?: string | undefined;
  reason?: string | undefined;
  at: When;
}>;

/** A round that is open: what it pinned, and the positions until now. */
export type OpenRound = Omit<ConsensusCalled, 'type' | 'calledBy' | 'rosterRevision' | 'meetingRevision'> &
  Readonly<{
    /** Its call, or a position that certainly came later. */
    lastAt: When;
    positions: ReadonlyMap<string, HeldPosition>;
    /** Seats without a counted vote that have spoken. */
    advisory: ReadonlySet<string>;
  }>;

/** A round that found no consensus on a text in a meeting. */
export type FailedRound = Readonly<{ roundId: string; meetingId: string; textSha256: string }>;

export type Consensus = Readonly<{ open?: OpenRound | undefined; failed: readonly FailedRound[] }>;

export const noConsensus: Consensus = { failed: [] };

function called(event: ConsensusCalled, at: When): OpenRound {
  const { type: _type, calledBy: _by, rosterRevision: _roster, meetingRevision: _meeting, ...pinned } = event;
  return { ...pinned, lastAt: at, positions: new Map(), advisory: new Set() };
}

const laterOf = (a: When, b: When): When => (a.earliest < b.earliest ? b : a);

/** The open round changed; a position without one cannot have been recorded. */
function inRound(
  consensus: Consensus,
  at: When,
  change: (round: OpenRound) => Partial<OpenRound>,
): Consensus {
  const { open } = consensus;
  return open
    ? { ...consensus, open: { ...open, ...change(open), lastAt: laterOf(open.lastAt, at) } }
    : consensus;
}

const failedRound = ({ open, failed }: Consensus): readonly FailedRound[] =>
  open
    ? [...failed, { roundId: open.roundId, meetingId: open.meetingId, textSha256: open.textSha256 }]
    : failed;

export function evolveConsensus(consensus: Consensus, event: ConsensusEvent, at: When): Consensus {
  switch (event.type) {
    case 'ConsensusCalled':
      return { ...consensus, open: called(event, at) };
    case 'ConsensusPositionRecorded': {
      const { seatId, position, by, proxy, reason, advisory } = event;
      if (advisory)
        return inRound(consensus, at, (open) => ({ advisory: new Set(open.advisory).add(seatId) }));
      const held = { position, by, proxySeatId: proxy?.seatId, reason, at };
      return inRound(consensus, at, ({ positions }) => ({ positions: new Map(positions).set(seatId, held) }));
    }
    case 'ConsensusPositionChanged': {
      const { seatId, to: position, reason, proxy } = event;
      return inRound(consensus, at, ({ positions }) => {
        const before = positions.get(seatId);
        const by = event.by ?? before?.by ?? 'member';
        const proxySeatId = proxy?.seatId ?? (by === 'proxy' ? before?.proxySeatId : undefined);
        return { positions: new Map(positions).set(seatId, { position, by, proxySeatId, reason, at }) };
      });
    }
    case 'ConsensusFailed':
      return { failed: failedRound(consensus) };
    case 'ConsensusReached':
    case 'ConsensusAborted':
      return { failed: consensus.failed };
  }
}
