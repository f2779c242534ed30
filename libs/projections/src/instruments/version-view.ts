import type { instrument, When } from '#governance';
import { statusOf } from './status.ts';
import type { AdoptedBy, VersionView } from './views.ts';

const defined = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

/** By whom a version was adopted, and when. */
export function adoptedBy({ byMotionId, voteEventId, external, at }: instrument.Adoption): AdoptedBy {
  return {
    ...(byMotionId !== undefined && { byMotionId }),
    ...(byMotionId !== undefined &&
      voteEventId !== undefined && { decisionId: `${byMotionId}:${voteEventId}` }),
    ...(external && { external }),
    adoptedAt: at,
  };
}

function adoptionView(adoption: instrument.Adoption): NonNullable<VersionView['adopted']> {
  const { requiredParties, effectiveFrom, motionRevision, disclosure } = adoption;
  return {
    ...adoptedBy(adoption),
    requiredParties,
    ...(effectiveFrom && { effectiveFrom }),
    ...(motionRevision !== undefined && { motionRevision }),
    ...(disclosure && { disclosure }),
  };
}

export function versionView(
  state: instrument.InstrumentState,
  version: instrument.Version,
  asOf: When,
): VersionView {
  const { versionId, label, baseVersion, proposedAt, adoption, inForceFrom, until, expiredAt } = version;
  const { textHeld, fullTextSha256, text } = version;
  const known = defined({ label, baseVersion, proposedAt, inForceFrom, until, expiredAt, fullTextSha256 });
  return {
    versionId,
    ...(known as Partial<VersionView>),
    status: statusOf(state, version, asOf),
    ...(adoption && { adopted: adoptionView(adoption) }),
    textHeld,
    clauses: text.clauses.length,
    renditions: state.renditions
      .filter((one) => one.versionId === versionId)
      .map(({ versionId: _versionId, ...rendition }) => rendition),
  };
}
