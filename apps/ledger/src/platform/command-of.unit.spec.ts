import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { CommandBody } from './command-body.ts';
import { commandOf } from './command-of.ts';
import { PartialDate, TextField } from './fields.ts';

class TermBody extends CommandBody {
  @TextField({ max: 10 })
  label!: string;
  @PartialDate()
  startsAt!: PartialDate;
  @PartialDate({ optional: true })
  endsAt?: PartialDate;
}

class LongTermBody extends TermBody {
  @PartialDate({ optional: true })
  reviewedAt?: PartialDate;
}

const request = { label: 'a', startsAt: '2019', occurredAt: '2020', lang: 'en', visibility: 'public' };

describe('the command of a request', () => {
  it('has its own fields, with dates read in the zone, and none of the envelope', () => {
    const command = commandOf('Begin', plainToInstance(TermBody, request))('America/Los_Angeles');
    expect(command).toEqual({
      type: 'Begin',
      label: 'a',
      startsAt: {
        literal: '2019',
        precision: 'year',
        earliest: '2019-01-01T08:00:00.000Z',
        latest: '2020-01-01T07:59:59.999Z',
      },
    });
    expect(Object.keys(command)).not.toContain('endsAt');
  });

  it('reads the dates that its class inherits', () => {
    const body = plainToInstance(LongTermBody, { ...request, reviewedAt: '2021-06' });
    expect(commandOf('Begin', body)('UTC')).toMatchObject({
      startsAt: { precision: 'year' },
      reviewedAt: { precision: 'month' },
    });
    expect(commandOf('Begin', plainToInstance(TermBody, request))('UTC')).not.toHaveProperty('reviewedAt');
  });

  it('refuses a date that there is not', () => {
    const body = plainToInstance(TermBody, { ...request, startsAt: 'never' });
    expect(() => commandOf('Begin', body)('UTC')).toThrow('DATE_INVALID');
  });
});
