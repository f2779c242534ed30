import { CommandBody, Flag, IdField, Sha256Field, TextField } from '../platform/index.ts';

export class ApproveMinutesBody extends CommandBody {
  @IdField({ description: 'The adopted motion that approves them.', example: 'approve-minutes-september' })
  motionId!: string;
  @Flag({ description: 'The body approved them as corrected before.' })
  asCorrected!: boolean;
  @Sha256Field({ optional: true, description: 'Of the draft that is approved; by default the last.' })
  sha256?: string;
  @Flag({
    description:
      'The minutes were checked for personal data of pupils and parents who asked in writing to be left out.',
  })
  privacyChecked!: boolean;
}

export class CorrectMinutesBody extends CommandBody {
  @IdField({ example: 'correction-1' })
  correctionId!: string;
  @IdField({ description: 'The adopted motion that amends the approved minutes.' })
  authorityMotionId!: string;
  @TextField({ max: 5_000, description: 'The passage as approved, in one of the languages.' })
  before!: string;
  @TextField({ max: 5_000, description: 'What it is to say.' })
  after!: string;
}

export class AttestRecordBody extends CommandBody {
  @IdField({ description: 'The seat of the co-chair.', example: 'union-1' })
  seatId!: string;
  @Sha256Field({ description: 'Of the minutes as they stand: `sha256` of `getMinutes`.' })
  sha256!: string;
}
