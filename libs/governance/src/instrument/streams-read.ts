import type { Command } from './decide.ts';
import type { InstrumentState } from './state.ts';

/** What a command asks of other streams and of the blobs. */
export type StreamsRead = Readonly<{
  /** The body of an instrument that is being registered. */
  bodyId?: string | undefined;
  motionId?: string | undefined;
  organizationIds: readonly string[];
  disclosureMeetingId?: string | undefined;
  otherInstrumentId?: string | undefined;
  blobSha256?: string | undefined;
}>;

function decidedOutside(command: Command): readonly string[] {
  if (!('external' in command) || !command.external) return [];
  const { organizationId, sponsors = [] } = command.external;
  return organizationId === undefined ? sponsors : [organizationId, ...sponsors];
}

export function streamsRead({ parties }: InstrumentState, command: Command): StreamsRead {
  const organizationIds = decidedOutside(command);
  const motionId = 'byMotionId' in command ? command.byMotionId : undefined;
  switch (command.type) {
    case 'RegisterInstrument':
      return { organizationIds, bodyId: command.bodyId };
    case 'AddParty':
      return { organizationIds: [command.organizationId] };
    case 'AdoptVersion':
      return {
        organizationIds: [...organizationIds, ...parties.keys()],
        motionId,
        disclosureMeetingId: command.disclosure?.meetingId,
      };
    case 'RecordRatification':
      return { organizationIds, motionId: command.voteRef?.motionId };
    case 'PostponeForce':
    case 'Prorogue':
    case 'Repeal':
      return { organizationIds, motionId };
    case 'IncorporateInto':
      return { organizationIds, otherInstrumentId: command.intoInstrument };
    case 'Supersede':
      return { organizationIds, otherInstrumentId: command.byInstrument };
    case 'PublishRendition':
      return { organizationIds, blobSha256: command.sha256 };
    case 'ProposeVersion':
    case 'EnterIntoForce':
    case 'Expire':
    case 'BindRule':
    case 'ReplaceRule':
    case 'InterpretRule':
    case 'RecordPracticeDeparture':
      return { organizationIds };
  }
}
