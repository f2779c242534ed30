import { beforeAll, describe, expect, it } from '@jest/globals';
import type { meeting, motion } from '#governance';
import { v01 } from '#projections/testing';
import { render } from './render.ts';
import { drafted, minutesWith, moved, pinned, quorum, texts } from '../testing/minutes-with.ts';
import type { MotionEvent } from '../testing/minutes-with.ts';

const { meetingId, textSha256 } = v01;

const round: motion.ConsensusCalled = { type: 'ConsensusCalled', roundId: 'r-1', round: 1, ...pinned };
const said = (
  seatId: string,
  position: motion.ConsensusPositionRecorded['position'],
  reason?: string,
): MotionEvent => ({
  type: 'ConsensusPositionRecorded',
  roundId: 'r-1',
  seatId,
  position,
  by: 'member',
  ...(reason !== undefined && { reason }),
});
const entry = { present: true, by: 'member' } as const;
const failed: MotionEvent = {
  type: 'ConsensusFailed',
  roundId: 'r-1',
  positions: [
    { seatId: 'lausd-1', position: 'agree', ...entry },
    { seatId: 'utla-1', position: 'block', reason: 'The cost is not known.', present: true, by: 'alternate' },
  ],
  trace: {} as motion.ConsensusFailed['trace'],
  meetingRevision: 1,
  reason: 'BLOCKED',
  next: ['round', 'vote'],
};

describe('minutes of what was decided without a vote', () => {
  let text: ReturnType<typeof texts>;
  beforeAll(() => {
    text = texts(
      minutesWith({
        [v01.motionId]: [round, said('utla-1', 'block', 'The cost is not known.'), failed],
        objected: [
          drafted('Objected'),
          ...moved,
          {
            type: 'UnanimousConsentObjected',
            meetingId,
            textSha256,
            seatId: 'utla-4',
            reason: 'A roll call, please.',
          },
        ],
        consented: [
          drafted('Consented'),
          ...moved,
          {
            ...{ type: 'UnanimousConsentDeclared', consentId: 'c-1', ...pinned, quorum },
            present: [{ seatId: 'lausd-1', by: 'member' }],
            recusedSeatIds: ['utla-5'],
          },
          { type: 'MotionAdopted', consentId: 'c-1' },
        ],
        calendar: [
          drafted('Consent calendar'),
          ...moved,
          {
            type: 'ConsentCalendarCompiled',
            meetingId,
            meetingRevision: 1,
            entries: [{ motionId: 'routine', itemId: 'i', textSha256, revision: 1 }],
          },
        ],
        routine: [
          drafted('Routine'),
          {
            ...{ type: 'ConsentCalendarApplied', byMotionId: 'calendar', calendarRevision: 5 },
            ...{ calendarDecidedBy: 'c-2', meetingId, itemId: 'i', textSha256 },
          },
          { type: 'MotionAdopted', byMotionId: 'calendar' },
        ],
      }),
    );
  });

  it('tell a round of consensus with its positions, and the reason of a block', () => {
    for (const sentence of [
      'Consensus, round 1, 4:20 PM: no consensus. Blocked. Another round or a vote may follow.',
      '| LAUSD seat 1 | agrees | |',
      '| UTLA seat 1 (by alternate) | blocks | The cost is not known. |',
    ])
      expect(text.en).toContain(sentence);
    expect(text.es).toContain('Consenso, ronda 1, 16:20: sin consenso. Bloqueada.');
    expect(text.es).toContain('| UTLA seat 1 (por el suplente) | bloquea | The cost is not known. |');
  });

  it('tell unanimous consent, and who objected to it', () => {
    expect(text.en).toContain(
      'Unanimous consent, 4:20 PM: nobody of one voting seat present objected. Recused: UTLA seat 5.',
    );
    expect(text.en).toContain('UTLA seat 4 objected to unanimous consent. Reason: A roll call, please.');
    expect(text.es).toContain('UTLA seat 4 se opuso al consentimiento unánime.');
  });

  it('tell a consent calendar on both sides, and ask for no mover of what stands on it', () => {
    expect(text.en).toContain('Consent calendar, with the motions:');
    expect(text.en).toContain('Adopted with the consent calendar: Consent calendar.');
    expect(text.en).not.toContain('who moved motion routine');
    expect(text.es).toContain('Aprobada con el orden de consentimiento: Consent calendar.');
  });
});

describe('minutes of motions on motions', () => {
  const hashes = { beforeSha256: textSha256, afterSha256: textSha256 };
  const amendment = { operation: 'add', insert: 'At once.' } as const;
  const by = { byMotionId: 'amendment', byMotionRevision: 4 };

  it('tell an amendment as an act of its own, with mover, seconder and what became of it', () => {
    const { en, es } = texts(
      minutesWith({
        [v01.motionId]: [
          { type: 'MotionTextAmended', ...by, ...hashes, amendment, text: 'Resolved. At once.' },
        ],
        amendment: [
          drafted('At once', {
            classification: 'subsidiary.amend',
            appliesTo: v01.motionId,
            amendment,
            degree: 1,
          }),
          ...moved,
          { type: 'MotionAdopted', consentId: 'c-1' },
        ],
      }),
    );
    for (const sentence of [
      '### Amendment: At once',
      'On the motion: Two more schools.',
      '> To add “At once.”.',
      'Moved by LAUSD seat 3. Seconded by UTLA seat 3.',
      'The text is as amended by: At once.',
      '> Resolved. At once.',
    ])
      expect(en).toContain(sentence);
    expect(es).toContain('### Enmienda: At once');
    expect(es).toContain('Sobre la moción: Two more schools.');
  });

  const adopted: MotionEvent = { type: 'MotionAdopted', voteEventId: 'vote-0' };
  const ruling = { meetingId, rulingId: 'ruling-1', ground: 'not_germane', meetingRevision: 3 } as const;
  it.each<readonly [string, readonly MotionEvent[], string, string]>([
    [
      'divided',
      [{ type: 'QuestionDivided', children: [{ motionId: 'a', title: 'Part A', text: 'A', textSha256 }] }],
      'divided, and its parts are motions of their own',
      'se dividió',
    ],
    [
      'ruled_out_of_order',
      [{ type: 'MotionRuledOutOfOrder', ...ruling }],
      'ruled out of order',
      'fue declarada fuera de orden',
    ],
    ['seeking_consensus', [round], 'left while consensus was sought', 'quedó mientras se buscaba consenso'],
    [
      'rescinded',
      [adopted, { type: 'MotionRescinded', ...by }],
      'adopted and then rescinded',
      'fue aprobada y después revocada',
    ],
    [
      'amended_after_adoption',
      [adopted, { type: 'AdoptedMotionAmended', ...by, ...hashes, amendment, text: 'x' }],
      'adopted and then amended',
      'fue aprobada y después enmendada',
    ],
    [
      'reconsideration_pending',
      [adopted, { type: 'ReconsiderationMoved', ...by }],
      'a motion to reconsider it is pending',
      'moción de reconsideración',
    ],
    [
      'void',
      [adopted, { type: 'MotionVoided', basis: 'court', reason: 'No notice.' }],
      'adopted and is void',
      'fue aprobada y es nula',
    ],
    [
      'lapsed_on_table',
      [{ type: 'MotionTabled' }, { type: 'MotionLapsed', reason: 'not_taken_from_table' }],
      'not taken from the table and lapsed',
      'no se retomó de la mesa',
    ],
  ])('tell that a motion was %s', (disposition, events, en, es) => {
    const minutes = minutesWith({ [v01.motionId]: events });
    expect(minutes.motions[0]).toMatchObject({ disposition });
    const text = texts(minutes);
    expect(text.en).toContain(en);
    expect(text.es).toContain(es);
    expect(text.en).not.toMatch(/left as|_/);
  });

  it('tell on what ground a motion was out of order, and into what a question was divided', () => {
    const divided: MotionEvent = {
      type: 'QuestionDivided',
      children: [{ motionId: 'a', title: 'Part A', text: 'A', textSha256 }],
    };
    expect(texts(minutesWith({ [v01.motionId]: [divided] })).en).toContain('Divided into: Part A.');
    const ruled: MotionEvent = { type: 'MotionRuledOutOfOrder', ...ruling };
    expect(texts(minutesWith({ [v01.motionId]: [ruled] })).en).toContain(
      'Ground of the ruling: not germane.',
    );
  });
});

describe('minutes of what governs the debate', () => {
  const classed = (title: string, classification: motion.MotionClass): readonly MotionEvent[] => [
    drafted(title, { classification }),
    ...moved,
    { type: 'MotionAdopted', consentId: 'c-1' },
  ];
  const byMotion = (byMotionId: string) => ({ byMotionId, byMotionRevision: 3 });
  const limits: MotionEvent = {
    ...{ type: 'DebateLimited', minutesPerSpeech: 3, speechesPerMember: 1, closesAt: v01.minutes(40) },
    ...byMotion('limit'),
  };
  const always: meeting.RulesSuspended = {
    type: 'RulesSuspended',
    rules: ['RR-09'],
    purpose: 'To hear guests.',
    ...byMotion('suspend'),
  };
  const suspended: meeting.RulesSuspended = {
    ...always,
    rules: ['RR-09', 'SP-12'],
    itemId: 'item-1',
    providedBy: { instrument: 'Bylaws', clause: 'IX' },
  };

  const minutes = minutesWith(
    {
      [v01.motionId]: [
        limits,
        { type: 'PreviousQuestionOrdered', ...byMotion('close') },
        { type: 'DebateLimited', minutesPerSpeech: 9, ...byMotion('at an earlier meeting') },
      ],
      limit: classed('Three minutes', 'subsidiary.limit_extend_debate'),
      close: classed('Vote now', 'subsidiary.previous_question'),
      suspend: classed('Hear guests', 'incidental.suspend_rules'),
    },
    [suspended, always],
  );
  const { en, es } = texts(minutes);

  it('tell limits of debate and the previous question where they were ordered, with the motion', () => {
    for (const sentence of [
      'limits of debate were set, by the motion Three minutes: 3 minutes a speech. One speech a member. Debate closes: 4:40 PM.',
      '4:20 PM: the previous question was ordered, by the motion Vote now.',
    ])
      expect(en).toContain(sentence);
    for (const sentence of [
      'se fijaron límites al debate, por la moción Three minutes: 3 minutos por intervención. Una intervención por miembro. El debate se cierra: 16:40.',
      'se ordenó la cuestión previa, por la moción Vote now.',
    ])
      expect(es).toContain(sentence);
    expect(en).not.toContain('9 minutes');
  });

  it('tell which rules were suspended, for what, for how long and by which clause', () => {
    for (const sentence of [
      '## Rules suspended',
      'rules RR-09, SP-12 were suspended for item 1, by the motion Hear guests. As Bylaws, IX provides. Purpose: To hear guests.',
      'rule RR-09 was suspended until the adjournment, by the motion Hear guests. Purpose: To hear guests.',
    ])
      expect(en).toContain(sentence);
    for (const sentence of [
      '## Reglas suspendidas',
      'se suspendieron las reglas RR-09, SP-12 para el punto 1, por la moción Hear guests. Según dispone Bylaws, IX.',
      'se suspendió la regla RR-09 hasta el levantamiento de la sesión',
    ])
      expect(es).toContain(sentence);
  });

  it('are the same in HTML, and say nothing of it where nothing was ordered', () => {
    const html = render(minutes).renditions.find((one) => one.lang === 'es' && one.format === 'html')!;
    expect(html.bytes.toString()).toContain('<h2>Reglas suspendidas</h2>');
    const plain = minutesWith({});
    expect(plain).not.toHaveProperty('suspensions');
    expect(texts(plain).en).not.toMatch(/suspended|limits of debate|previous question/);
  });
});
