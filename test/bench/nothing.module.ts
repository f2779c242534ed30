import { Body, Module } from '@nestjs/common';
import type { WriteContext } from '#recording';
import { RecordBallotBody } from '../../apps/ledger/src/motions/motion.bodies.ts';
import { Context, Id, Operation, ReceiptBody, Resource } from '../../apps/ledger/src/platform/index.ts';

/** What a receipt looks like that nothing stands behind. */
const receipt = new ReceiptBody({
  stream: 'motion-nothing',
  streamRevision: 0,
  position: 0,
  events: [{ eventId: '00000000-0000-8000-8000-000000000000', type: 'BallotRecorded', revision: 0 }],
  findings: [],
  repeated: false,
});

/** `recordBallot` without a record: authenticated, validated, answered. */
@Resource('nothings', { id: 'nothingId', tag: 'Bench', scope: 'anywhere' })
class NothingController {
  @Operation('recordNothing', { needs: 'secretary', summary: 'Records nothing' })
  recordNothing(
    @Id('nothingId') _id: string,
    @Body() _body: RecordBallotBody,
    @Context() _context: WriteContext,
  ): ReceiptBody {
    return receipt;
  }
}

@Module({ controllers: [NothingController] })
export class NothingModule {}
