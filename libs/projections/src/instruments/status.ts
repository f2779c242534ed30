import { certainlyBefore, instrument } from '#governance';
import type { When } from '#governance';
import type { VersionStatus } from './views.ts';

/** Whether something has happened by then, or may have. */
export const hasHappened = (when: When | undefined, asOf: When): when is When =>
  when !== undefined && !certainlyBefore(asOf, when);

/** What ended the force of a version that is in force no more: the first of its ends. */
const endOf = ({ ends }: instrument.Force, asOf: When): VersionStatus =>
  ends
    .filter(({ at }) => hasHappened(at, asOf))
    .reduce((first, end) => (end.at.earliest < first.at.earliest ? end : first)).how;

function beforeForce(version: instrument.Version, asOf: When): VersionStatus {
  const { adoption, answers } = version;
  if (!adoption || !hasHappened(adoption.at, asOf)) return 'proposed';
  const given = adoption.requiredParties.map((id) => answers.get(id));
  const by = given.filter((one) => one && hasHappened(one.at, asOf));
  if (by.some((one) => one?.answer === 'rejected')) return 'rejected';
  return given.length > 0 && by.length === given.length ? 'ratified' : 'adopted';
}

/** Where a version stands at a time. */
export function statusOf(
  state: instrument.InstrumentState,
  version: instrument.Version,
  asOf: When,
): VersionStatus {
  const force = instrument.forces(state).find(({ versionId }) => versionId === version.versionId);
  if (force) {
    const certainty = instrument.inForceAt(force, asOf);
    if (certainty !== 'no') return certainty === 'certain' ? 'in_force' : 'possibly_in_force';
    if (!certainlyBefore(asOf, force.start)) return endOf(force, asOf);
  }
  return beforeForce(version, asOf);
}
