import type { ConsentLine, MotionLine, PositionLine, RoundLine } from '../document/minutes-document.ts';
import { list, paragraph } from './blocks.ts';
import type { Block } from './blocks.ts';
import { nameOf, none, officerOf, titleOf } from './names.ts';
import type { Say } from './say.ts';

/* How the body decided without a vote, or tried to. */

const clauseOf = (say: Say, clause: string | undefined): readonly Block[] =>
  clause === undefined ? [] : [paragraph(say.text('clause', { clause }))];

const positionRow = (say: Say, { position, by, reason = '', ...seat }: PositionLine): readonly string[] => [
  by === undefined ? nameOf(say, seat) : say.text('spokenBy', { seat: nameOf(say, seat), by }),
  say.text('position', { position: position.replaceAll(' ', '_') }),
  reason,
];

function roundOf(say: Say, round: RoundLine): readonly Block[] {
  const { closedAt, result, reason = none, calledBy, positions, advisory, next = [], clause } = round;
  const called = calledBy ? officerOf(say, calledBy) : none;
  const head = [say.text('seat'), say.text('stance'), say.text('reason')];
  return [
    paragraph(
      say.text('round', { number: round.round, at: say.time(closedAt), called, result }) +
        (result === 'aborted'
          ? ` ${reason}`
          : result === 'failed'
            ? ` ${say.text('roundFailed', { reason, next: next.join('_or_') || none })}`
            : ''),
    ),
    ...clauseOf(say, clause),
    ...(positions.length === 0
      ? []
      : [{ kind: 'table', head, rows: positions.map((one) => positionRow(say, one)) } as const]),
    ...list(
      advisory.map(({ position, reason: why, ...seat }) =>
        say.text('advisoryPosition', {
          seat: nameOf(say, seat),
          position: say.text('position', { position }),
          reason: why ?? none,
        }),
      ),
    ),
  ];
}

function consentOf(say: Say, { at, present, recused, clause }: ConsentLine): readonly Block[] {
  const names = recused.map((seat) => nameOf(say, seat)).join(', ');
  return [
    paragraph(
      say.text('consent', { at: say.time(at), count: present, recused: names === '' ? none : names }),
    ),
    ...clauseOf(say, clause),
  ];
}

export const withoutVoteOf = (
  say: Say,
  { rounds = [], mediations = [], consent, objections = [], calendar = [], adoptedWith }: MotionLine,
): readonly Block[] => [
  ...(calendar.length > 0 ? [paragraph(say.text('calendar')), ...list(calendar.map(titleOf))] : []),
  ...rounds.flatMap((round) => roundOf(say, round)),
  ...list(
    mediations.map(({ mediator, outcome, statement }) =>
      say.text('mediation', { mediator: officerOf(say, mediator), outcome, statement: statement ?? none }),
    ),
  ),
  ...list(
    objections.map(({ seat, reason }) =>
      say.text('objected', { seat: nameOf(say, seat), reason: reason ?? none }),
    ),
  ),
  ...(consent ? consentOf(say, consent) : []),
  ...(adoptedWith ? [paragraph(say.text('adoptedWith', { title: titleOf(adoptedWith) }))] : []),
];
