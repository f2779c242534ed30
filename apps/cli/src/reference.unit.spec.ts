import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { referenceFile } from './checkout.ts';
import { readHistory } from './import/history.ts';
import type { Entry, History } from './import/history.ts';

type Cited = Readonly<{ sourceId: string; locator: string; factId?: string; confidence: string }>;
type Sources = Readonly<{
  sources: readonly Readonly<{ sourceId: string; file: string; lines: number }>[];
  facts: Readonly<Record<string, Readonly<{ sourceId: string; lines: string }>>>;
}>;

const { sources, facts } = JSON.parse(readFileSync(referenceFile('sources.json'), 'utf8')) as Sources;

const citedBy = ({ body }: Entry): readonly Cited[] => (body.sources ?? []) as readonly Cited[];

/** What is wrong with a citation; empty when its source, its lines and its fact are known. */
function problemsOf({ sourceId, locator, factId, confidence }: Cited): readonly string[] {
  const source = sources.find((one) => one.sourceId === sourceId);
  const [, file, from, to] = /^(.+):(\d+)(?:-(\d+))?$/.exec(locator) ?? [];
  const [first, last] = [Number(from), Number(to ?? from)];
  const fact = factId === undefined ? undefined : facts[factId];
  return [
    source?.file === file ? '' : `${locator} is not in ${sourceId}`,
    first >= 1 && first <= last && last <= (source?.lines ?? 0) ? '' : `${locator} is outside its file`,
    factId === undefined || fact ? '' : `${factId} is no known fact`,
    fact === undefined || (fact.sourceId === sourceId && locator.endsWith(`:${fact.lines}`))
      ? ''
      : `${locator} is not where ${factId} is stated`,
    ['stated', 'implied', 'derived'].includes(confidence) ? '' : `${confidence} is no confidence`,
  ].filter(Boolean);
}

const tallied = (values: readonly unknown[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[String(value)] = (counts[String(value)] ?? 0) + 1;
  return counts;
};

describe('the reference history', () => {
  let history: History;
  const entries = (operation: string, target?: string): readonly Entry[] =>
    history.operations.filter((one) => one.operation === operation && (target ?? one.target) === one.target);

  beforeAll(async () => {
    history = await readHistory(referenceFile('los-angeles-and-san-diego.json'));
  });

  it('cites known facts at the lines that state them, for every operation', () => {
    for (const entry of history.operations) expect(citedBy(entry).length).toBeGreaterThan(0);
    expect(history.operations.flatMap(citedBy).flatMap(problemsOf)).toEqual([]);
  });

  it('cites every fact of its list', () => {
    const cited = new Set(history.operations.flatMap(citedBy).map(({ factId }) => factId));
    expect(Object.keys(facts).filter((id) => !cited.has(id))).toEqual([]);
  });

  it('is an import in which everything says when it happened and nothing is quoted', () => {
    expect(history.defaults).toMatchObject({ recordingMode: 'historical_import' });
    for (const { body } of history.operations) expect(typeof body.occurredAt).toBe('string');
    const fields = new Set(history.operations.flatMap(citedBy).flatMap((one) => Object.keys(one)));
    expect([...fields].sort()).toEqual(['confidence', 'factId', 'locator', 'sourceId']);
  });

  it('holds the organizations and bodies of the record', () => {
    expect(entries('registerOrganization').map(({ target }) => target.split('/')[1])).toEqual([
      'lausd',
      'utla',
      'unite-la',
      'acce',
      'laane',
      'scope',
      'students-deserve',
      'sdusd',
      'sdea',
    ]);
    expect(
      entries('establishBody').map(({ target, body }) => [target.split('/')[1], body.occurredAt]),
    ).toEqual([
      ['la-csit-2017', '2017'],
      ['cssc', '2019'],
      ['cssc-sub-csplc', 'unknown'],
      ['cssc-sub-csaat', 'unknown'],
      ['cssc-sub-application', '2020-spring'],
      ['sd-csac', '2020-07'],
      ['sd-csit', '2020-07'],
      ['sd-sc', 'unknown'],
    ]);
  });

  it('opens 8 + 8 + 5 seats on the CSSC, all of unknown voting right', () => {
    const seats = entries('openSeat', 'bodies/cssc');
    expect(tallied(seats.map(({ body }) => body.constituencyId))).toEqual({
      lausd: 8,
      utla: 8,
      undefined: 5,
    });
    expect(tallied(seats.map(({ body }) => body.votingRight))).toEqual({ unknown: 21 });
  });

  it('opens 13 voting seats and 5 for participants in San Diego, of no stated constituency', () => {
    const seats = entries('openSeat', 'bodies/sd-sc');
    expect(tallied(seats.map(({ body }) => body.votingRight))).toEqual({ full: 13, advisory: 5 });
    expect(seats.every(({ body }) => body.constituencyId === undefined)).toBe(true);
  });

  it('leaves unknown what no source states', () => {
    const regimes = entries('determineOpenMeetingRegime');
    expect(regimes).toHaveLength(entries('establishBody').length);
    expect(tallied(regimes.map(({ body }) => body.regime))).toEqual({ UNDETERMINED: regimes.length });
    const seatings = entries('fillSeat').map(({ body }) => [body.seatId, body.holder, body.startsAt]);
    expect(seatings).toEqual(
      ['acce', 'laane', 'scope'].map((id) => [`community-${id}`, { kind: 'organization', id }, 'unknown']),
    );
    expect(JSON.stringify(history)).not.toContain('"kind":"person"');
  });
});

describe('the example meeting', () => {
  let history: History;

  beforeAll(async () => {
    history = await readHistory(referenceFile('example-meeting.json'));
  });

  it('is an illustration, in the record and in every name that is shown', () => {
    expect(history.defaults).toMatchObject({ illustration: true });
    const shown = history.operations.flatMap(({ body: { name, title, label } }) =>
      [name, title, label].filter((text) => text !== undefined),
    );
    expect(shown.length).toBeGreaterThan(20);
    for (const text of shown) expect(text).toContain('(illustration)');
  });

  it('casts the votes of vector V01: 8–0 and 4–4', () => {
    const ballots = history.operations.filter(({ operation }) => operation === 'recordBallot');
    const votes = ballots.map(({ body }) => `${String(body.seatId).split('-')[0]} ${String(body.option)}`);
    expect(tallied(votes)).toEqual({ 'district yes': 8, 'union yes': 4, 'union no': 4 });
  });
});
