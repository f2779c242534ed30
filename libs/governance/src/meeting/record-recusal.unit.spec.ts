import { describe, it } from '@jest/globals';
import {
  added,
  arrived,
  at,
  called,
  facts,
  givenMeeting,
  inSession,
  minutes,
  scheduled,
} from './testing/committee.ts';
import type { Command, MeetingEvent } from './index.ts';

const recuse = (more = {}): Command => ({
  type: 'RecordRecusal',
  seatId: 'union-2',
  itemId: '1',
  interestId: 'employer',
  identifiedPublicly: true,
  leftRoom: true,
  ...more,
});
const history = [...inSession, arrived(minutes(0), 'union-2')];
const opened = at(minutes(5), { type: 'AgendaItemOpened', itemId: '1' });

describe('RecordRecusal', () => {
  it('is complete where the interest was named and the member left before the item', () => {
    givenMeeting(...history)
      .when(recuse(), facts(minutes(4)))
      .live.records({ ...recuse(), type: 'RecusalRecorded' } as MeetingEvent)
      .withFindings();
    givenMeeting(...history, opened)
      .when(recuse(), facts(minutes(5)))
      .live.withFindings();
  });

  it.each([
    ['the interest was not named', { identifiedPublicly: false }, 4],
    ['the member stayed', { leftRoom: false }, 4],
    ['the item had begun', {}, 6],
  ])('is incomplete where %s', (_what, more, n) => {
    givenMeeting(...history, opened)
      .when(recuse(more), facts(minutes(n)))
      .live.records('RecusalRecorded')
      .withFindings('RECUSAL_INCOMPLETE')
      .historicalImport.withFindings('RECUSAL_INCOMPLETE');
  });

  it('lets members stay for consent items, until one is pulled', () => {
    const consent = [scheduled(), added('1', { kind: 'consent' }), called, arrived(minutes(0), 'union-2')];
    givenMeeting(...consent)
      .when(recuse({ leftRoom: false }), facts(minutes(4)))
      .live.withFindings();
    givenMeeting(...consent, at(minutes(1), { type: 'ItemPulledFromConsent', itemId: '1' }))
      .when(recuse({ leftRoom: false }), facts(minutes(4)))
      .live.withFindings('RECUSAL_INCOMPLETE');
  });

  it('is of a seat that is present, once', () => {
    givenMeeting(...inSession)
      .when(recuse(), facts(minutes(4)))
      .live.rejectedWith('SEAT_NOT_PRESENT', { seatId: 'union-2' })
      .minutes.records('RecusalRecorded')
      .withFindings('SEAT_NOT_PRESENT');
    const { type: _type, ...recusal } = recuse() as Extract<Command, { type: 'RecordRecusal' }>;
    givenMeeting(...history, at(minutes(3), { type: 'RecusalRecorded', ...recusal }))
      .when(recuse(), facts(minutes(4)))
      .minutes.rejectedWith('ALREADY_RECUSED');
  });

  it('is of a seat and an item that there are', () => {
    givenMeeting(...history)
      .when(recuse({ itemId: '9' }), facts(minutes(4)))
      .minutes.rejectedWith('ITEM_UNKNOWN');
    givenMeeting(...history)
      .when(recuse({ seatId: 'nobody' }), facts(minutes(4)))
      .minutes.rejectedWith('NOT_ENTITLED_AS_OF');
    givenMeeting(...history)
      .when(recuse(), facts(minutes(4), { roster: undefined }))
      .minutes.rejectedWith('BODY_UNKNOWN');
  });
});
