import type { MinutesDocument, Presence, Stay, SuspensionLine } from '../document/minutes-document.ts';
import { heading, list, paragraph, section } from './blocks.ts';
import type { Block } from './blocks.ts';
import { nameOf, none, officerOf, titleOf, yesNo } from './names.ts';
import type { Say } from './say.ts';

/* The parts of the minutes, in the order of the document. */

export function openingOf(say: Say, minutes: MinutesDocument): readonly Block[] {
  const { body, kind, title, startsAt, places, illustration, calledToOrder, presiding, secretary } = minutes;
  const at = calledToOrder && say.date(calledToOrder);
  return [
    heading(1, say.text('title', { body: body.name ?? body.bodyId })),
    paragraph(say.text('kind', { kind, date: say.date(calledToOrder ?? startsAt) })),
    ...(title === undefined ? [] : [paragraph(title)]),
    ...(illustration ? [paragraph(say.text('illustration'))] : []),
    ...list([
      ...(places.length === 0
        ? []
        : [
            say.text('places', {
              count: places.length,
              places: places.map((place) => place.description).join('; '),
            }),
          ]),
      ...(at === undefined
        ? []
        : [
            presiding
              ? say.text('called', { at, presiding: officerOf(say, presiding) })
              : say.text('calledUnknown', { at }),
          ]),
      ...(secretary ? [say.text('secretary', { secretary: officerOf(say, secretary) })] : []),
    ]),
  ];
}

export const noticesOf = (say: Say, { notices, postings }: MinutesDocument): readonly Block[] =>
  section(
    say.text('notices'),
    list([
      ...postings.map(({ at, places }) =>
        say.text('posting', { at: say.date(at), places: places.join('; ') }),
      ),
      ...notices.map(({ audience, at, waivedBy }) => {
        const waived = waivedBy.map((seat) => nameOf(say, seat)).join(', ');
        return say.text('notice', { audience, at: say.date(at), waived: waived === '' ? none : waived });
      }),
    ]),
  );

function stayText(say: Say, { mode, basis, location, from, to }: Stay): string {
  const times = to
    ? say.text('stay', { from: say.time(from), to: say.time(to) })
    : say.text('stayOpen', { from: say.time(from) });
  if (mode === 'in_person') return times;
  const how = basis === undefined ? say.text('remoteUnknown') : say.text('remote', { basis });
  const where = location === undefined ? [] : [say.text('remoteFrom', { location })];
  return `${times} (${[how, ...where].join('; ')})`;
}

function presenceRow(say: Say, presence: Presence): readonly string[] {
  const { filled, excused, stays } = presence;
  const away = filled ? (excused ? 'excused' : 'absent') : 'vacant';
  const by = stays.every((stay) => stay.by === 'alternate') ? 'alternate' : 'member';
  return [
    nameOf(say, presence),
    stays.length === 0 ? say.text(away) : say.text('present', { by }),
    stays.map((stay) => stayText(say, stay)).join('; '),
  ];
}

export const presenceOf = (say: Say, { presence, quorum }: MinutesDocument): readonly Block[] =>
  section(say.text('presence'), [
    ...(presence.length === 0
      ? []
      : [
          {
            kind: 'table',
            head: [say.text('seat'), say.text('status'), say.text('times')],
            rows: presence.map((one) => presenceRow(say, one)),
          } as const,
        ]),
    ...list(
      quorum.map(({ established, at }) =>
        say.text('quorum', { established: yesNo(established), at: say.time(at) }),
      ),
    ),
  ]);

export const previousOf = (say: Say, minutes: MinutesDocument): readonly Block[] =>
  section(
    say.text('previous'),
    list([
      ...(minutes.previousMinutes.length === 0 ? [say.text('previousNone')] : []),
      ...minutes.previousMinutes.map(({ meetingId, startsAt, motionId, asCorrected }) =>
        say.text('previousApproved', {
          date: startsAt ? say.date(startsAt) : meetingId,
          corrected: yesNo(asCorrected),
          motion: motionId,
        }),
      ),
      ...minutes.previousCorrections.map(({ meetingId, motionId, before, after }) =>
        say.text('previousCorrected', { meeting: meetingId, motion: motionId, before, after }),
      ),
    ]),
  );

export const agendaOf = (say: Say, { items }: MinutesDocument): readonly Block[] =>
  section(
    say.text('agenda'),
    list(
      items.map(({ number, title, openedAt, offAgenda }) =>
        say.text('item', {
          number,
          title,
          opened: openedAt ? say.time(openedAt) : none,
          admitted: offAgenda ?? none,
        }),
      ),
    ),
  );

const numberOf = ({ items }: MinutesDocument, itemId: string): string =>
  items.find((item) => item.itemId === itemId)?.number ?? itemId;

function suspensionText(say: Say, minutes: MinutesDocument, suspension: SuspensionLine): string {
  const { at, rules, purpose, itemId, clause = none, byMotion } = suspension;
  return say.text('suspended', {
    at: say.time(at),
    count: rules.length,
    rules: rules.join(', '),
    purpose,
    item: itemId === undefined ? none : numberOf(minutes, itemId),
    clause,
    motion: titleOf(byMotion),
  });
}

export const proceedingsOf = (say: Say, minutes: MinutesDocument): readonly Block[] => [
  ...section(
    say.text('recusals'),
    list(
      minutes.recusals.map(({ seat, itemId, identifiedPublicly, leftRoom }) =>
        say.text('recusal', {
          seat: nameOf(say, seat),
          item: numberOf(minutes, itemId),
          identified: yesNo(identifiedPublicly),
          left: yesNo(leftRoom),
        }),
      ),
    ),
  ),
  ...section(
    say.text('rulings'),
    minutes.rulings.flatMap(({ question, ruling, appeal }) => [
      paragraph(say.text('ruling', { question, ruling })),
      ...(appeal
        ? [
            paragraph(
              say.text('appeal', {
                mover: nameOf(say, appeal.mover),
                seconder: appeal.seconder ? nameOf(say, appeal.seconder) : none,
                outcome: appeal.outcome,
              }),
            ),
          ]
        : []),
    ]),
  ),
  ...section(
    say.text('suspensions'),
    list((minutes.suspensions ?? []).map((one) => suspensionText(say, minutes, one))),
  ),
  ...section(
    say.text('comment'),
    list(
      minutes.publicComment.map(({ itemId, speakers }) =>
        say.text('speakers', {
          item: itemId === undefined ? none : numberOf(minutes, itemId),
          count: speakers,
        }),
      ),
    ),
  ),
];

export const closedSessionsOf = (say: Say, { closedSessions }: MinutesDocument): readonly Block[] =>
  section(
    say.text('closed'),
    closedSessions.flatMap(({ statute, from, to, reports }) => [
      paragraph(say.text('closedSession', { statute, from: say.time(from), to: to ? say.time(to) : none })),
      ...list(
        reports.length === 0
          ? [say.text('noReport')]
          : reports.map(({ action, votes }) => say.text('report', { action, votes: votes ?? none })),
      ),
    ]),
  );

export const endingOf = (say: Say, { recesses, adjourned, missing }: MinutesDocument): readonly Block[] => [
  ...section(
    say.text('adjournment'),
    list([
      ...recesses.map(({ from, to }) =>
        say.text('recess', { from: say.time(from), to: to ? say.time(to) : none }),
      ),
      adjourned
        ? say.text('adjourned', {
            at: say.time(adjourned.at),
            to: adjourned.to ? say.date(adjourned.to) : none,
          })
        : say.text('notAdjourned'),
    ]),
  ),
  ...section(
    say.text('checklist'),
    list(
      missing.map((one) => {
        const [code = '', id = ''] = one.split(':');
        return say.text('missing', { code, id });
      }),
    ),
  ),
];
