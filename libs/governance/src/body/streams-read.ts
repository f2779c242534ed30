import type { Command } from './decide.ts';

/** Other streams that a decision reads; empty where its own is enough. */
export type StreamsRead = Readonly<{
  organizationIds: readonly string[];
  /** The parent or the successor that is named. */
  bodyId?: string | undefined;
  instrumentId?: string | undefined;
}>;

const organizations = (...ids: readonly (string | undefined)[]): StreamsRead => ({
  organizationIds: ids.filter((id) => id !== undefined),
});

/** Which facts to gather for a command: see `Facts`. */
export function streamsRead(command: Command): StreamsRead {
  switch (command.type) {
    case 'EstablishBody':
      return { organizationIds: [], bodyId: command.parentBodyId };
    case 'SucceedBody':
      return { organizationIds: [], bodyId: command.successorId };
    case 'NameGoverningInstrument':
      return { organizationIds: [], instrumentId: command.instrumentId };
    case 'DefineConstituency':
    case 'AppointWitness':
      return organizations(command.organizationId);
    case 'OpenSeat':
      return organizations(command.appointingAuthorityId, ...command.nominatorIds);
    case 'FillSeat':
    case 'AssignRole':
      return organizations(command.holder.kind === 'organization' ? command.holder.id : undefined);
    default:
      return organizations();
  }
}
