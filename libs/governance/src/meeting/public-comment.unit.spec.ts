import { describe, it } from '@jest/globals';
import { at, facts, givenMeeting, inSession, minutes, scheduled } from './testing/committee.ts';
import type { Command } from './index.ts';

const open: Command = { type: 'OpenPublicComment' };
const close: Command = { type: 'ClosePublicComment', speakers: 2 };
const opened = at(minutes(5), { type: 'PublicCommentOpened', itemId: '1' });

describe('public comment', () => {
  it('is on an item or on the whole agenda', () => {
    givenMeeting(...inSession)
      .when(open, facts(minutes(5)))
      .live.records({ type: 'PublicCommentOpened' });
    givenMeeting(...inSession)
      .when({ ...open, itemId: '1' }, facts(minutes(5)))
      .live.records({ type: 'PublicCommentOpened', itemId: '1' });
    givenMeeting(...inSession)
      .when({ ...open, itemId: '9' }, facts(minutes(5)))
      .minutes.rejectedWith('ITEM_UNKNOWN');
  });

  it('is opened in session, and not while it is open', () => {
    givenMeeting(...inSession, opened)
      .when(open, facts(minutes(6)))
      .minutes.rejectedWith('PUBLIC_COMMENT_ALREADY_OPEN');
    givenMeeting(scheduled())
      .when(open, facts(minutes(5)))
      .live.rejectedWith('MEETING_NOT_IN_SESSION')
      .minutes.withFindings('MEETING_NOT_IN_SESSION');
  });

  it('is closed on the item on which it was opened', () => {
    for (const command of [close, { ...close, itemId: '1' }])
      givenMeeting(...inSession, opened)
        .when(command, facts(minutes(6)))
        .live.records({ type: 'PublicCommentClosed', itemId: '1', speakers: 2 });
    givenMeeting(...inSession, at(minutes(5), { type: 'PublicCommentOpened' }))
      .when(close, facts(minutes(6)))
      .live.records({ type: 'PublicCommentClosed', speakers: 2 });
  });

  it('is not closed where it is not open', () => {
    const closed = at(minutes(6), { type: 'PublicCommentClosed', itemId: '1', speakers: 0 });
    for (const history of [inSession, [...inSession, opened, closed]])
      givenMeeting(...history)
        .when(close, facts(minutes(7)))
        .minutes.rejectedWith('PUBLIC_COMMENT_NOT_OPEN');
    givenMeeting(...inSession, opened)
      .when({ ...close, itemId: '2' }, facts(minutes(6)))
      .minutes.rejectedWith('PUBLIC_COMMENT_NOT_OPEN');
    givenMeeting(...inSession, opened)
      .when(close, facts(minutes(4)))
      .minutes.rejectedWith('TIME_INVERTED');
  });
});
