import { beforeAll, describe, expect, it } from '@jest/globals';
import { referenceFile } from './checkout.ts';
import { readHistory } from './import/history.ts';
import type { Entry, History } from './import/history.ts';
import {
  citedBy,
  facts,
  idOf,
  notRecorded,
  readRecord,
  sources,
  tallied,
} from './testing/reference-record.ts';
import type { Cited } from './testing/reference-record.ts';

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

describe('the reference history', () => {
  let record: readonly History[];
  let operations: readonly Entry[];
  const entries = (operation: string, target?: string): readonly Entry[] =>
    operations.filter((one) => one.operation === operation && (target ?? one.target) === one.target);

  beforeAll(async () => {
    record = await readRecord();
    operations = record.flatMap((history) => history.operations);
  });

  it('cites known facts at the lines that state them, for every operation', () => {
    for (const entry of operations) expect(citedBy(entry).length).toBeGreaterThan(0);
    expect(operations.flatMap(citedBy).flatMap(problemsOf)).toEqual([]);
  });

  it('cites every fact of its list, and says why it leaves out a passage', () => {
    const cited = new Set(operations.flatMap(citedBy).map(({ factId }) => factId));
    expect(Object.keys(facts)).toHaveLength(130);
    expect(Object.keys(facts).filter((id) => !cited.has(id))).toEqual([]);
    expect(notRecorded).toMatchObject([{ sourceId: 's3', lines: '227', reason: expect.any(String) }]);
  });

  it('registers the sources before anything else, by the hash of what was read', () => {
    const registered = operations.slice(0, 5);
    expect(registered.map(({ operation }) => operation)).toEqual(Array(5).fill('registerSource'));
    expect(registered.map(idOf)).toEqual(sources.map(({ sourceId }) => sourceId));
    for (const { body } of registered) expect(body.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is an import in which everything says when it happened and nothing is quoted', () => {
    for (const { defaults } of record) expect(defaults).toMatchObject({ recordingMode: 'historical_import' });
    for (const { body } of operations) expect(typeof body.occurredAt).toBe('string');
    const fields = new Set(operations.flatMap(citedBy).flatMap((one) => Object.keys(one)));
    expect([...fields].sort()).toEqual(['confidence', 'factId', 'locator', 'sourceId']);
    expect(operations.filter(({ body }) => 'quote' in body)).toEqual([]);
  });

  it('holds the organizations and bodies of the record', () => {
    expect(entries('registerOrganization').map(idOf)).toEqual([
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
    expect(entries('establishBody').map((entry) => [idOf(entry), entry.body.occurredAt])).toEqual([
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
    expect(JSON.stringify(record)).not.toMatch(/"kind":"person"|"personId"/);
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
