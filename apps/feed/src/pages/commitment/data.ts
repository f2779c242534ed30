import { streamName } from '#governance';
import type { When } from '#governance';
import { citedClauseId, getBody, getInstrument, getMotion, getSource } from '#projections';
import type { CommitmentView, Reads, SourceView } from '#projections';
import type { Rendering } from '../../http/resource.ts';
import { languageOf, lastRecordedIn } from '../../record/published.ts';
import { commitmentAt } from '../../resources/commitments.ts';
import type { TimesQuery } from '../../resources/times.ts';
import { partyNames } from '../commitments/data.ts';
import type { Loaded } from '../frame/page.tsx';

/** What binds to it, with the way there where there is one. */
export type Ground = Readonly<{ name: string; path?: string; source?: SourceView; locator?: string }>;

export type CommitmentData = Readonly<{
  query: TimesQuery;
  commitment: CommitmentView;
  lang: string | undefined;
  bodyName?: string | undefined;
  parties: ReadonlyMap<string, string>;
  ground?: Ground | undefined;
  asOf?: When | undefined;
}>;

function groundOf(reads: Reads, { authorityRef, asOf }: CommitmentView): Ground | undefined {
  switch (authorityRef?.kind) {
    case 'motion': {
      const { motionId } = authorityRef;
      return { name: getMotion(reads, motionId)?.title ?? motionId, path: `/motions/${motionId}` };
    }
    case 'clause': {
      const { instrument, clause } = authorityRef.clauseRef;
      const title = getInstrument(reads, instrument, { asOf })?.title;
      const clauseId = citedClauseId(reads, authorityRef.clauseRef);
      const name = `${title ?? instrument}, ${clause}`;
      if (title === undefined) return { name };
      const path =
        clauseId === undefined ? `/instruments/${instrument}` : `/clauses/${instrument}:${clauseId}`;
      return { name, path };
    }
    case 'source': {
      const { sourceId, locator } = authorityRef;
      const source = getSource(reads, sourceId);
      return { name: sourceId, locator, ...(source && { source }) };
    }
    case undefined:
      return undefined;
  }
}

export function loadCommitment(rendering: Rendering<TimesQuery>): Loaded<CommitmentData> | undefined {
  const { reads, query, id } = rendering;
  const found = commitmentAt(rendering);
  if (found === undefined) return undefined;
  const { commitment, zone, times } = found;
  const stream = streamName('commitment', id);
  const data: CommitmentData = {
    query,
    commitment,
    lang: languageOf(reads, stream),
    bodyName: commitment.bodyId === undefined ? undefined : getBody(reads, commitment.bodyId)?.name,
    parties: partyNames(reads, [commitment]),
    ground: groundOf(reads, commitment),
    ...(query.asOf !== undefined && { asOf: times.asOf }),
  };
  return { data, zone, modifiedAt: lastRecordedIn(reads, [stream]) };
}
