import { Controller, Query as Parameters } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { atInstant, parseWhen } from '#governance';
import {
  getInstrument,
  instrumentDiff,
  instrumentText,
  instrumentTimeZone,
  listInstruments,
  ratificationStatus,
} from '#projections';
import type { InstrumentTimes, Reads } from '#projections';
import { anyZone, declareScope, Id, IdParam, Read } from '../platform/index.ts';
import type { Answer } from '../platform/index.ts';
import {
  DiffVersionsParameters,
  InstrumentTextParameters,
  ListInstrumentsParameters,
} from './instruments.parameters.ts';
import { TwoTimesParameters } from './query.parameters.ts';
import { dateIn, Query } from './query.ts';

type Times = Readonly<{ asOf?: string | undefined; knownAt?: string | undefined }>;

const now = () => atInstant(new Date().toISOString());

/** The times of a query, read in the zone of the instrument. */
function timesOf(reads: Reads, instrumentId: string, { asOf, knownAt }: Times): InstrumentTimes {
  const zone = instrumentTimeZone(reads, instrumentId) ?? anyZone;
  const read = (literal: string | undefined) =>
    literal === undefined ? undefined : parseWhen(literal, zone);
  return { asOf: read(asOf) ?? now(), knownAt: read(knownAt)?.latest };
}

/** Agreements, bylaws, resolutions: what they say and since when, and who agreed. */
@Controller('v1/instruments')
@ApiTags('Instruments')
@declareScope({ param: 'instrumentId', of: 'instrument' })
export class InstrumentQueries {
  constructor(private readonly query: Query) {}

  @Read('listInstruments', {
    answers: 'InstrumentPage',
    needs: 'auditor',
    of: { query: 'bodyId' },
    summary: 'Instruments, by title, with the version in force',
  })
  listInstruments(@Parameters() { asOf, knownAt, ...filter }: ListInstrumentsParameters): Answer {
    return this.query.list((reads) =>
      listInstruments(reads, {
        ...filter,
        asOf: dateIn(asOf, reads, filter.bodyId) ?? now(),
        knownAt: dateIn(knownAt, reads, filter.bodyId)?.latest,
      }),
    );
  }

  @IdParam('instrumentId')
  @Read('getInstrument', {
    answers: 'InstrumentView',
    needs: 'auditor',
    summary: 'An instrument with its parties and versions',
    path: ':instrumentId',
  })
  getInstrument(@Id('instrumentId') id: string, @Parameters() times: TwoTimesParameters): Answer {
    return this.query.one((reads) => getInstrument(reads, id, timesOf(reads, id, times)));
  }

  @IdParam('instrumentId')
  @Read('getInstrumentText', {
    answers: 'InstrumentTextView',
    needs: 'auditor',
    summary: 'The consolidated text at a date, with what put each clause there',
    description:
      'Of the version in force at `asOf`, as the record knew it at `knownAt`, or of the version that is named. ' +
      'Where dates are known only to a year, say, more than one version may be in force then: `inForce` lists ' +
      'them, and the text is that of the last.',
    path: ':instrumentId/text',
  })
  getInstrumentText(
    @Id('instrumentId') id: string,
    @Parameters() { version, ...times }: InstrumentTextParameters,
  ): Answer {
    return this.query.one((reads) => instrumentText(reads, id, { ...timesOf(reads, id, times), version }));
  }

  @IdParam('instrumentId')
  @Read('diffInstrumentVersions', {
    answers: 'InstrumentDiffView',
    needs: 'auditor',
    summary: 'What differs between two versions, clause by clause and word by word',
    path: ':instrumentId/diff',
  })
  diffInstrumentVersions(
    @Id('instrumentId') id: string,
    @Parameters() { from, to, knownAt }: DiffVersionsParameters,
  ): Answer {
    return this.query.one((reads) => {
      const times = timesOf(reads, id, { knownAt });
      return instrumentDiff(reads, id, { from, to, knownAt: times.knownAt });
    });
  }

  @IdParam('instrumentId')
  @Read('getRatificationStatus', {
    answers: 'RatificationStatusView',
    needs: 'auditor',
    summary: 'Which parties have ratified which version, and who is outstanding',
    path: ':instrumentId/ratification',
  })
  getRatificationStatus(@Id('instrumentId') id: string, @Parameters() times: TwoTimesParameters): Answer {
    return this.query.one((reads) => ratificationStatus(reads, id, timesOf(reads, id, times)));
  }
}
