import { instrument } from '#governance';
import type { When } from '#governance';
import { eventsOf } from './known.ts';
import type { InstrumentTimes, KnownInstrument } from './known.ts';
import { timesOf } from './instrument-view.ts';
import { hasHappened, statusOf } from './status.ts';
import type { PartyStanding, RatificationStatusView, VersionRatification } from './views.ts';

type Adopted = instrument.Version & Readonly<{ adoption: instrument.Adoption }>;

function voteRefOf(
  known: KnownInstrument,
  versionId: string,
  organizationId: string,
): instrument.VoteRef | undefined {
  const answers = [...eventsOf(known, 'PartyRatified'), ...eventsOf(known, 'PartyRejected')];
  return answers.find(({ event }) => event.versionId === versionId && event.organizationId === organizationId)
    ?.event.voteRef;
}

function standing(
  known: KnownInstrument,
  { versionId, adoption, answers }: Adopted,
  organizationId: string,
  asOf: When,
): PartyStanding {
  const ratificationMethod = known.state.parties.get(organizationId);
  const given = answers.get(organizationId);
  const required = adoption.requiredParties.includes(organizationId);
  const of = { organizationId, ...(ratificationMethod && { ratificationMethod }), required };
  if (!given || !hasHappened(given.at, asOf))
    return { ...of, answer: ratificationMethod === 'unknown' ? 'unknown' : 'outstanding' };
  const voteRef = voteRefOf(known, versionId, organizationId);
  return { ...of, answer: given.answer, at: given.at, ...(voteRef && { voteRef }) };
}

function ofVersion(known: KnownInstrument, version: Adopted, asOf: When): VersionRatification {
  const { versionId, adoption, answers } = version;
  const ids = new Set([...adoption.requiredParties, ...answers.keys()]);
  const parties = [...ids].map((id) => standing(known, version, id, asOf));
  const complete = parties.every(({ required, answer }) => !required || answer === 'ratified');
  const completeAt = complete ? instrument.completeAt(version) : undefined;
  return {
    versionId,
    status: statusOf(known.state, version, asOf),
    adoptedAt: adoption.at,
    parties,
    complete,
    ...(completeAt && { completeAt }),
  };
}

const isAdopted = (version: instrument.Version): version is Adopted => version.adoption !== undefined;

/** How far the ratification of each adopted version is. */
export function ratificationView(known: KnownInstrument, times: InstrumentTimes): RatificationStatusView {
  const { instrumentId, state } = known;
  const adopted = [...state.versions.values()].filter(isAdopted);
  return {
    instrumentId,
    title: state.title,
    ...timesOf(times),
    versions: adopted
      .filter(({ adoption }) => hasHappened(adoption.at, times.asOf))
      .map((version) => ofVersion(known, version, times.asOf)),
  };
}
