import { describe, it } from '@jest/globals';
import { atInstant, unknownWhen } from '../kernel/index.ts';
import {
  added,
  adjourned,
  at,
  brownAct,
  called,
  facts,
  givenMeeting,
  hours,
  inSession,
  item,
  minutes,
  posted,
  scheduled,
  theDay,
} from './testing/committee.ts';
import type { Command, MeetingEvent, Place } from './index.ts';

const add = (itemId: string, more = {}): Command => ({ type: 'AddAgendaItem', ...item(itemId, more) });
const revise = (itemId: string, more = {}): Command => ({ type: 'ReviseAgendaItem', ...item(itemId, more) });
const door: Place = { kind: 'physical', description: 'Door' };
const web: Place = { kind: 'web', description: 'Site' };
const post = (itemIds: readonly string[], places = [door, web], more = {}): Command => ({
  type: 'PostAgenda',
  postingId: 'new',
  places,
  itemIds,
  ...more,
});

describe('agenda items', () => {
  it('are added, revised and removed', () => {
    const history = [scheduled(), added('1')];
    givenMeeting(...history)
      .when(add('2'), facts(hours(-90)))
      .live.records({ type: 'AgendaItemAdded', ...item('2') });
    givenMeeting(...history)
      .when(revise('1', { title: 'Other' }), facts(hours(-90)))
      .live.records({ type: 'AgendaItemRevised', ...item('1', { title: 'Other' }) })
      .withFindings();
    givenMeeting(...history)
      .when({ type: 'RemoveAgendaItem', itemId: '1' }, facts(hours(-90)))
      .live.records({ type: 'AgendaItemRemoved', itemId: '1' });
  });

  it('have numbers of their own', () => {
    const history = [scheduled(), added('1'), added('2')];
    givenMeeting(...history)
      .when(add('3', { number: '1' }), facts(hours(-90)))
      .live.rejectedWith('ITEM_NUMBER_TAKEN', { number: '1', itemId: '1' })
      .historicalImport.records('AgendaItemAdded')
      .withFindings('ITEM_NUMBER_TAKEN');
    givenMeeting(...history)
      .when(revise('2', { number: '1' }), facts(hours(-90)))
      .live.rejectedWith('ITEM_NUMBER_TAKEN');
    givenMeeting(...history, at(hours(-95), { type: 'AgendaItemRemoved', itemId: '1' }))
      .when(add('3', { number: '1' }), facts(hours(-90)))
      .live.records('AgendaItemAdded');
  });

  it('are known by one id', () => {
    givenMeeting(scheduled(), added('1'))
      .when(add('1'), facts(hours(-90)))
      .minutes.rejectedWith('ITEM_EXISTS');
    givenMeeting(scheduled())
      .when(revise('1'), facts(hours(-90)))
      .minutes.rejectedWith('ITEM_UNKNOWN');
    givenMeeting(scheduled())
      .when({ type: 'RemoveAgendaItem', itemId: '1' }, facts(hours(-90)))
      .minutes.rejectedWith('ITEM_UNKNOWN');
  });

  it('leave their id to no other item: postings name it still', () => {
    const removed = at(hours(-70), { type: 'AgendaItemRemoved', itemId: '1' });
    givenMeeting(...inSession, removed)
      .when(add('1'), facts(hours(-60)))
      .live.rejectedWith('ITEM_EXISTS', { itemId: '1' })
      .historicalImport.rejectedWith('ITEM_EXISTS');
  });

  it('are not changed after the meeting, though the change may be typed then', () => {
    const history = [...inSession, adjourned(hours(2))];
    for (const command of [add('9'), revise('1'), { type: 'RemoveAgendaItem', itemId: '1' } as const]) {
      givenMeeting(...history)
        .when(command, facts(hours(3)))
        .live.rejectedWith('MEETING_ALREADY_HELD')
        .minutes.rejectedWith('MEETING_ALREADY_HELD');
      for (const when of [hours(-90), theDay, unknownWhen])
        givenMeeting(...history)
          .when(command, facts(when))
          .minutes.withFindings();
    }
  });

  it('that were taken up are not removed', () => {
    givenMeeting(...inSession, at(minutes(5), { type: 'AgendaItemOpened', itemId: '1' }))
      .when({ type: 'RemoveAgendaItem', itemId: '1' }, facts(minutes(10)))
      .minutes.rejectedWith('ITEM_ALREADY_OPENED');
  });

  it('need a meeting', () => {
    givenMeeting()
      .when(add('1'), facts(hours(-90)))
      .minutes.rejectedWith('MEETING_UNKNOWN');
  });
});

describe('PostAgenda', () => {
  const history = [scheduled(), added('1'), added('2')];

  it('is in time 72 hours before a regular meeting, to the second', () => {
    const command = post(['1', '2'], [door, web], { sha256: 'ab' });
    givenMeeting(...history)
      .when(command, brownAct(hours(-72)))
      .live.records({ ...command, type: 'AgendaPosted' } as MeetingEvent)
      .withFindings();
    const late = hours(-72 + 1 / 3600);
    givenMeeting(...history)
      .when(command, brownAct(late))
      .live.records('AgendaPosted')
      .withFindings('NOTICE_TOO_SHORT')
      .minutes.withFindings('NOTICE_TOO_SHORT')
      .historicalImport.withFindings('NOTICE_TOO_SHORT');
  });

  it('counts elapsed hours: over the night on which clocks go back, a day has 25', () => {
    // Monday, 2 November 2026, 16:00 PST; clocks went back on Sunday. Friday 17:00 PDT is 72 hours before.
    const meeting = scheduled({ startsAt: atInstant('2026-11-02T16:00:00-08:00') });
    const onFriday = (time: string) =>
      givenMeeting(meeting, added('1')).when(post(['1']), brownAct(atInstant(`2026-10-30T${time}-07:00`)));
    onFriday('17:00:00').live.withFindings();
    onFriday('17:00:01').live.withFindings('NOTICE_TOO_SHORT');
  });

  it('is not judged where another regime applies', () => {
    givenMeeting(...history)
      .when(post(['1'], []), facts(hours(-1)))
      .live.withFindings();
  });

  it('is too late only where that is certain', () => {
    const day = (n: number) => ({
      literal: `2026-09-0${n}`,
      precision: 'day' as const,
      earliest: `2026-09-0${n}T07:00:00.000Z`,
      latest: `2026-09-0${n + 1}T06:59:59.999Z`,
    });
    givenMeeting(...history)
      .when(post(['1']), brownAct(day(5)))
      .minutes.withFindings();
    givenMeeting(...history)
      .when(post(['1']), brownAct(day(6)))
      .minutes.withFindings('NOTICE_TOO_SHORT');
    givenMeeting(...history)
      .when(post(['1']), brownAct(unknownWhen))
      .minutes.withFindings();
  });

  it('is on a door and on the web', () => {
    givenMeeting(...history)
      .when(post(['1'], [web]), brownAct(hours(-80)))
      .live.withFindings('NO_PHYSICAL_POSTING');
    givenMeeting(...history)
      .when(post(['1'], [door]), brownAct(hours(-80)))
      .live.withFindings('NO_WEB_POSTING');
    givenMeeting(...history)
      .when(post([], []), brownAct(hours(-80)))
      .live.withFindings('NO_PHYSICAL_POSTING', 'NO_WEB_POSTING');
  });

  it('takes the later of door and web', () => {
    const onWeb = at(hours(-80), {
      type: 'AgendaPosted',
      postingId: 'web',
      places: [web],
      itemIds: ['1'],
    });
    givenMeeting(...history, onWeb)
      .when(post(['1'], [door]), brownAct(hours(-75)))
      .live.withFindings();
    givenMeeting(...history, onWeb)
      .when(post(['1'], [door]), brownAct(hours(-50)))
      .live.withFindings('NOTICE_TOO_SHORT');
  });

  it('finds only what is new in a later agenda late', () => {
    const first = posted(hours(-80), '1');
    givenMeeting(...history, first)
      .when(post(['1']), brownAct(hours(-20)))
      .live.withFindings();
    givenMeeting(...history, first)
      .when(post(['1', '2']), brownAct(hours(-20)))
      .live.withFindings('NOTICE_TOO_SHORT');
  });

  it('is short where the posting was interrupted', () => {
    givenMeeting(...history)
      .when(post(['1'], [door, web], { continuouslyAccessible: false }), brownAct(hours(-80)))
      .minutes.withFindings('NOTICE_TOO_SHORT');
    givenMeeting(...history)
      .when(post(['1'], [door, web], { continuouslyAccessible: true }), brownAct(hours(-80)))
      .minutes.withFindings();
  });

  it('is in time 24 hours before a special meeting; emergencies and adjourned meetings have no such time', () => {
    const special = [scheduled({ meetingType: 'special' }), added('1')];
    givenMeeting(...special)
      .when(post(['1']), brownAct(hours(-24)))
      .live.withFindings();
    givenMeeting(...special)
      .when(post(['1']), brownAct(hours(-23)))
      .live.withFindings('SPECIAL_NOTICE_TOO_SHORT');
    for (const meetingType of ['emergency', 'adjourned'] as const)
      givenMeeting(scheduled({ meetingType }), added('1'))
        .when(post(['1'], []), brownAct(hours(-1)))
        .live.withFindings();
  });

  it.each([undefined, '', '  ', 'Discussion', 'discussion.', 'New Business:', 'Closed session', 'Reports'])(
    'finds that %j describes nothing',
    (description) => {
      const { description: _description, ...bare } = item('1');
      const event = {
        type: 'AgendaItemAdded',
        ...bare,
        ...(description !== undefined && { description }),
      } as const;
      givenMeeting(scheduled(), at(hours(-99), event))
        .when(post(['1']), brownAct(hours(-80)))
        .live.records('AgendaPosted')
        .withFindings('ITEM_DESCRIPTION_MISSING');
    },
  );

  it('accepts a description that says what is discussed', () => {
    givenMeeting(scheduled(), added('1', { description: 'Discussion of the cohort' }))
      .when(post(['1']), brownAct(hours(-80)))
      .live.withFindings();
  });

  it('names items of the meeting, under an id of its own', () => {
    givenMeeting(...history)
      .when(post(['9']), facts(hours(-80)))
      .minutes.rejectedWith('ITEM_UNKNOWN');
    givenMeeting(
      ...history,
      at(hours(-80), { type: 'AgendaPosted', postingId: 'new', places: [], itemIds: [] }),
    )
      .when(post(['1']), facts(hours(-80)))
      .minutes.rejectedWith('POSTING_EXISTS');
    givenMeeting(...history, called)
      .when(post(['1']), facts(hours(-80)))
      .minutes.records('AgendaPosted');
  });
});
