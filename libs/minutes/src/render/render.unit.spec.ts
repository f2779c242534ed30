import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import type { body, meeting, motion, Recorded } from '#governance';
import { v01 } from '#projections/testing';
import { minutesOf } from '../document/minutes-of.ts';
import type { MinutesSource } from '../document/source.ts';
import { en } from '../languages/en.ts';
import { es } from '../languages/es.ts';
import { heading, paragraph } from './blocks.ts';
import { toHtml } from './html.ts';
import { plainText, toMarkdown } from './markdown.ts';
import { render } from './render.ts';

type Events = readonly Recorded[];

const of = (events: Events, stream: string): Events => events.filter((one) => one.stream === stream);

function sourceOf(events: Events): MinutesSource {
  return {
    meetingId: v01.meetingId,
    bodyId: v01.committeeId,
    meeting: of(events, `meeting-${v01.meetingId}`) as readonly Recorded<meeting.MeetingEvent>[],
    body: of(events, `body-${v01.committeeId}`) as readonly Recorded<body.BodyEvent>[],
    motions: new Map([
      [v01.motionId, of(events, `motion-${v01.motionId}`) as readonly Recorded<motion.MotionEvent>[]],
    ]),
    previousMinutes: [{ meetingId: 'august', motionId: 'approve-august', asCorrected: true }],
    previousCorrections: [{ meetingId: 'july', motionId: 'amend-july', before: 'four', after: 'five' }],
  };
}

const { events } = v01.v01Meeting();
const document = minutesOf(sourceOf(events))!;
const textIn = (lang: string, format: string, source = sourceOf(events)): string =>
  render(minutesOf(source)!)
    .renditions.find((one) => one.lang === lang && one.format === format)!
    .bytes.toString();

describe('the minutes of a meeting', () => {
  it('tell what minutes have to tell (RR-15), and what the record lacks', () => {
    expect(document).toMatchObject({
      body: { name: 'Steering Committee' },
      kind: 'regular',
      calledToOrder: v01.minutes(0),
      presiding: { seatId: 'lausd-1', label: 'LAUSD seat 1' },
      places: [{ description: 'Board room' }],
      adjourned: { at: v01.minutes(60) },
      recesses: [{ from: v01.minutes(20), to: v01.minutes(30) }],
      quorum: [{ established: true }],
      motions: [
        {
          title: 'Two more schools',
          text: v01.text,
          itemId: 'item-1',
          mover: { label: 'LAUSD seat 2' },
          seconder: { label: 'UTLA seat 2' },
          disposition: 'rejected',
          votes: [{ result: 'fail', clause: 'bylaws, 2023, IV.3' }],
        },
      ],
      missing: ['secretary', 'remote_basis:utla-8'],
    });
    expect(document.presence).toHaveLength(17);
    expect(document.presence.find(({ seatId }) => seatId === 'utla-8')?.stays).toMatchObject([
      { mode: 'in_person', from: v01.minutes(1), to: v01.minutes(40) },
      { mode: 'remote', from: v01.minutes(50), to: v01.minutes(60) },
    ]);
  });

  it('name no person', () => {
    for (const lang of ['en', 'es']) expect(textIn(lang, 'markdown')).not.toContain('person-');
  });

  it('are told in English, in the time zone of the body', () => {
    const text = plainText(textIn('en', 'markdown'));
    for (const sentence of [
      '# Minutes of Steering Committee',
      'Regular meeting, September 8, 2026 at 4:00 PM',
      'Called to order: September 8, 2026 at 4:00 PM. Presiding: LAUSD seat 1.',
      '| UTLA seat 8 | present | 4:01 PM – 4:40 PM; 4:50 PM – 5:00 PM (remote, provision not recorded) |',
      'Moved by LAUSD seat 2. Seconded by UTLA seat 2.',
      'Vote (roll call), 4:15 PM: yes 12, no 4. Not carried.',
      'The motion was rejected.',
      'The minutes of the meeting of august were approved as corrected (motion approve-august).',
      'The minutes of meeting july were corrected by motion amend-july: “four” became “five”.',
      'Adjourned: 5:00 PM.',
      'who was secretary',
    ])
      expect(text).toContain(sentence);
  });

  it('tell from where somebody takes part, as the agenda does (BA-11)', () => {
    const far = events.map((one) =>
      one.event.type === 'MemberArrived' && one.event.mode === 'remote'
        ? {
            ...one,
            event: {
              ...one.event,
              remoteBasis: 'Gov. Code 54953(b)',
              remote: { rule: 'posted_location' as const, location: 'Harbor library', onAgenda: true },
            },
          }
        : one,
    );
    const told = (lang: string) => plainText(textIn(lang, 'markdown', sourceOf(far)));
    expect(told('en')).toContain('(remote, under Gov. Code 54953(b); from Harbor library)');
    expect(told('es')).toContain('(a distancia, según Gov. Code 54953(b); desde Harbor library)');
  });

  it('are told in Spanish', () => {
    const text = plainText(textIn('es', 'markdown'));
    for (const sentence of [
      '# Acta de Steering Committee',
      'Sesión ordinaria, 8 de septiembre de 2026 a las 16:00',
      'Votación (nominal), 16:15: a favor 12, en contra 4. No aprobada.',
      'Se levantó la sesión: 17:00.',
    ])
      expect(text).toContain(sentence);
  });

  it('leave out what is not public', () => {
    const hidden = events.map((one) =>
      one.event.type === 'MotionDrafted'
        ? { ...one, envelope: { ...one.envelope, visibility: 'closed_session' as const } }
        : one,
    );
    expect(minutesOf(sourceOf(hidden))?.missing).toContain(`wording:${v01.motionId}`);
    expect(textIn('en', 'markdown', sourceOf(hidden))).not.toContain('two more schools');
  });

  it('show a correction with what was recorded', () => {
    const closing = events.find((one) => one.event.type === 'VoteClosed')!;
    const corrected: Recorded<motion.VoteRecordCorrected> = {
      ...closing,
      event: {
        type: 'VoteRecordCorrected',
        voteEventId: v01.voteEventId,
        seatId: 'lausd-3',
        from: 'yes',
        to: 'abstain',
        authority: { kind: 'clerical' },
        reason: 'The tape has it.',
      },
    };
    const text = plainText(textIn('en', 'markdown', sourceOf([...events, corrected])));
    expect(text).toContain('| LAUSD seat 3 | abstained (corrected; recorded as yes) |');
    expect(text).toContain('Record corrected: LAUSD seat 3, from yes to abstained. The tape has it.');
  });
});

describe('renditions', () => {
  it('are the same bytes for the same events, wherever and whenever they are made', () => {
    const once = render(document);
    const zone = process.env.TZ;
    process.env.TZ = 'Asia/Tokyo';
    const again = render(minutesOf(sourceOf(JSON.parse(JSON.stringify(events)) as Events))!);
    process.env.TZ = zone;
    expect(again).toEqual(once);
    expect(once.renditions.map(({ lang, format }) => `${lang} ${format}`)).toEqual([
      'en markdown',
      'en html',
      'es markdown',
      'es html',
    ]);
    for (const { bytes } of once.renditions) expect(bytes.toString()).toContain(once.sha256);
  });

  it('differ where the record differs', () => {
    const without = events.filter(({ event }) => event.type !== 'MeetingAdjourned');
    const other = minutesOf(sourceOf(without))!;
    expect(other.missing).toContain('adjournment');
    expect(render(other).sha256).not.toBe(render(document).sha256);
  });

  it('let no text be markup', () => {
    const hostile = '<script>alert(1)</script> & "quoted" # [link](javascript:x)\n# no heading | `code`';
    const blocks = [heading(1, hostile), paragraph(hostile), { kind: 'quote', text: hostile } as const];
    const html = toHtml(blocks, 'en', hostile);
    expect(html).not.toMatch(/<script|"quoted"/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot;');
    const markdown = toMarkdown([paragraph(hostile)]);
    expect(markdown.trim().split('\n')).toHaveLength(1);
    expect(markdown).toContain(String.raw`\<script\>`);
    expect(markdown).toContain(String.raw`\[link\]\(javascript:x\)`);
  });

  it('of any text can be read back from Markdown, and hold no tag in HTML', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const words = (one: string): string => one.replaceAll(/\s+/g, ' ').trim();
        expect(words(plainText(toMarkdown([paragraph(text)])))).toBe(words(text));
        expect(
          toHtml([paragraph(text)], 'en', '')
            .split('<p>')[1]
            ?.split('</p>')[0],
        ).not.toMatch(/[<>"]/);
      }),
    );
  });

  type Element = Readonly<{
    type: number;
    value?: string;
    options?: Readonly<Record<string, { value: readonly Element[] }>>;
  }>;
  const literal = 0;
  /** What a message is given, and which choices it tells apart. */
  const askedBy = (elements: readonly Element[]): readonly string[] =>
    elements
      .filter(({ type }) => type !== literal)
      .flatMap(({ value = '', options = {} }) => [
        value,
        ...Object.keys(options).map((option) => `${value}: ${option}`),
        ...Object.values(options).flatMap((option) => askedBy(option.value)),
      ]);
  const asked = (message: string): readonly string[] =>
    [...new Set(askedBy(new IntlMessageFormat(message, 'en').getAst()))].sort();

  it.each(Object.keys(en) as (keyof typeof en)[])('%s asks the same in every language', (id) => {
    expect(asked(es[id])).toEqual(asked(en[id]));
  });
});
