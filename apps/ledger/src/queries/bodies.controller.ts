import { Controller, Inject, Query as Parameters } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  attendance,
  composition,
  getBody,
  historyWithNames,
  listBodies,
  memberVotingRecord,
  seatHistory,
  withNames,
} from '#projections';
import { declareScope, Id, IdParam, Read } from '../platform/index.ts';
import type { Answer } from '../platform/index.ts';
import {
  AttendanceParameters,
  HappenedByParameters,
  KnownAtParameters,
  ListBodiesParameters,
  TwoTimesParameters,
  VotingRecordParameters,
} from './query.parameters.ts';
import { askedIn, dateIn, mayHave, Query, timesIn } from './query.ts';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';

/** Bodies, who sat in them, and the history of a seat. */
@Controller('v1/bodies')
@ApiTags('Bodies')
@declareScope({ param: 'bodyId', of: 'body' })
export class BodyQueries {
  constructor(
    private readonly query: Query,
    @Inject(PORTS) private readonly ports: Pick<Ports, 'directory'>,
  ) {}

  readonly #find = (personId: string) => this.ports.directory.find(personId);

  @Read('listBodies', { answers: 'BodyPage', needs: 'auditor', of: 'anywhere', summary: 'Bodies, by name' })
  listBodies(@Parameters() filter: ListBodiesParameters): Answer {
    return this.query.list((reads) =>
      listBodies(reads, { ...filter, ...askedIn(filter, reads, filter.parentBodyId) }),
    );
  }

  @IdParam('bodyId')
  @Read('getBody', {
    answers: 'BodyView',
    needs: 'auditor',
    summary: 'A body with its rules and subcommittees',
    description: `As it stood at a time, as the record knew it at a time. What it determined or adopted counts from when it takes effect. ${mayHave}`,
    path: ':bodyId',
  })
  getBody(@Id('bodyId') id: string, @Parameters() times: HappenedByParameters): Answer {
    return this.query.one((reads) => getBody(reads, id, askedIn(times, reads, id)));
  }

  @IdParam('bodyId')
  @Read('getBodyComposition', {
    answers: 'CompositionView',
    needs: 'auditor',
    summary: 'Who sat in a body',
    description:
      'As of a time, and as the record knew it at a time. What is known only to a year, say, is answered as ' +
      '`possible` for a day in that year.',
    path: ':bodyId/composition',
  })
  getBodyComposition(@Id('bodyId') id: string, @Parameters() times: TwoTimesParameters): Answer {
    return this.query.one((reads) => {
      const view = composition(reads, id, timesIn(times, reads, id));
      return view && withNames(reads, view, this.#find);
    });
  }

  @IdParam('bodyId')
  @Read('getAttendance', {
    answers: 'AttendanceView',
    needs: 'auditor',
    summary: 'Who attended the meetings of a body, by seat and by constituency',
    description:
      'Vacant seats are told apart from absent ones, and what the record does not know from both. With ' +
      '`absenceLimit`, seats that reached it in a year of a term are shown; nothing is recorded by itself.',
    path: ':bodyId/attendance',
  })
  getAttendance(
    @Id('bodyId') id: string,
    @Parameters() { from, to, knownAt, absenceLimit, illustration }: AttendanceParameters,
  ): Answer {
    return this.query.one((reads) =>
      attendance(reads, id, {
        ...{ absenceLimit, illustration },
        from: dateIn(from, reads, id),
        to: dateIn(to, reads, id),
        ...timesIn({ knownAt }, reads, id),
      }),
    );
  }

  @IdParam('bodyId')
  @IdParam('seatId')
  @Read('getMemberVotingRecord', {
    answers: 'MemberVotingRecordView',
    needs: 'auditor',
    summary: 'How a seat voted, whoever held it',
    description:
      'Votes of alternates and advisory votes stand apart. Corrected votes show what was recorded first; what is ' +
      'void is marked.',
    path: ':bodyId/seats/:seatId/voting-record',
  })
  getMemberVotingRecord(
    @Id('bodyId') id: string,
    @Id('seatId') seatId: string,
    @Parameters() { from, to, knownAt, illustration }: VotingRecordParameters,
  ): Answer {
    return this.query.one((reads) =>
      memberVotingRecord(reads, id, seatId, {
        illustration,
        from: dateIn(from, reads, id),
        to: dateIn(to, reads, id),
        knownAt: dateIn(knownAt, reads, id)?.latest,
      }),
    );
  }

  @IdParam('bodyId')
  @IdParam('seatId')
  @Read('getSeatHistory', {
    answers: 'SeatHistoryView',
    needs: 'auditor',
    summary: 'Everyone who sat in a seat',
    path: ':bodyId/seats/:seatId/history',
  })
  getSeatHistory(
    @Id('bodyId') id: string,
    @Id('seatId') seatId: string,
    @Parameters() { knownAt }: KnownAtParameters,
  ): Answer {
    return this.query.one((reads) => {
      const view = seatHistory(reads, id, seatId, dateIn(knownAt, reads, id)?.latest);
      return view && historyWithNames(reads, view, this.#find);
    });
  }
}
