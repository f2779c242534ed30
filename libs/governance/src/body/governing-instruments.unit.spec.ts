import { describe, expect, it } from '@jest/globals';
import { given, happened, stateAfter } from '../testing/index.ts';
import { decider, governingAt } from './index.ts';
import type { BodyEvent } from './index.ts';
import { committee, dissolved, established, facts, on } from './testing/committee.ts';

const body = given(decider);
const name = { type: 'NameGoverningInstrument', instrumentId: 'bylaws' } as const;
const release = { type: 'ReleaseGoverningInstrument', instrumentId: 'bylaws', reason: 'error' } as const;
const registered = { instrument: { revision: 4 } };
const named = happened<BodyEvent>(on('2020-01-01'), {
  type: 'GoverningInstrumentNamed',
  instrumentId: 'bylaws',
  instrumentRevision: 4,
});
const released = happened<BodyEvent>(on('2021-01-01'), {
  type: 'GoverningInstrumentReleased',
  instrumentId: 'bylaws',
});

describe('NameGoverningInstrument', () => {
  it('pins the revision at which the instrument was read', () => {
    body(...committee)
      .when(name, facts('2020-01-01', registered))
      .live.records(named.event)
      .withFindings();
  });
  it('GOVERNING_INSTRUMENT_UNKNOWN', () => {
    body(...committee)
      .when(name, facts('2020-01-01'))
      .live.rejectedWith('GOVERNING_INSTRUMENT_UNKNOWN', { instrumentId: 'bylaws' })
      .minutes.rejectedWith('GOVERNING_INSTRUMENT_UNKNOWN')
      .historicalImport.rejectedWith('GOVERNING_INSTRUMENT_UNKNOWN');
  });
  it('INSTRUMENT_GOVERNS_ALREADY; not after it was released', () => {
    body(...committee, named)
      .when(name, facts('2020-06-01', registered))
      .live.rejectedWith('INSTRUMENT_GOVERNS_ALREADY', { instrumentId: 'bylaws' })
      .historicalImport.rejectedWith('INSTRUMENT_GOVERNS_ALREADY');
    body(...committee, named, released)
      .when(name, facts('2021-06-01', registered))
      .live.records('GoverningInstrumentNamed');
  });
  it('needs a body', () => {
    body().when(name, facts('2020-01-01', registered)).live.rejectedWith('BODY_UNKNOWN');
    body(established, dissolved('2020-01-01'))
      .when(name, facts('2020-06-01', registered))
      .live.rejectedWith('BODY_DISSOLVED');
  });
});

describe('ReleaseGoverningInstrument', () => {
  it('ends it, from then on', () => {
    body(...committee, named)
      .when(release, facts('2021-01-01'))
      .live.records({ ...release, type: 'GoverningInstrumentReleased' });
    const state = stateAfter(decider, [...committee, named, released]);
    expect(['2019-12-31', '2020-12-31', '2021-01-01'].map((day) => governingAt(state, on(day)))).toEqual([
      // Its rules have their own dates: minutes of a time before it was named are judged by them, too.
      ['bylaws'],
      ['bylaws'],
      [],
    ]);
  });
  it('INSTRUMENT_GOVERNS_NOT: never named, or released before', () => {
    body(...committee)
      .when(release, facts('2021-01-01'))
      .live.rejectedWith('INSTRUMENT_GOVERNS_NOT', { instrumentId: 'bylaws' });
    body(...committee, named, released)
      .when(release, facts('2021-06-01'))
      .historicalImport.rejectedWith('INSTRUMENT_GOVERNS_NOT');
  });
});
