import { CommandBody, IdField, TextField } from '../platform/index.ts';
import { QuestionBody } from './consensus.bodies.ts';

export class DeclareUnanimousConsentBody extends QuestionBody {
  @IdField({ example: 'consent-1' })
  consentId!: string;
}

export class ObjectToUnanimousConsentBody extends CommandBody {
  @IdField({ example: 'union-1' })
  seatId!: string;
  @TextField({ max: 2_000, optional: true, description: 'Nobody has to say why.' })
  reason?: string;
}

export class AdoptByConsentCalendarBody extends CommandBody {
  @IdField({ description: 'The motion that adopted the consent calendar.', example: 'consent-2026-09' })
  byMotionId!: string;
}
