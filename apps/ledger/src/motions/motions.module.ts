import { Module } from '@nestjs/common';
import { motion } from '#governance';
import { StreamWriter } from '#recording';
import { BodiesOf } from '../auth/bodies-of.ts';
import { BringBackController } from './bring-back.controller.ts';
import { ConsensusController } from './consensus.controller.ts';
import { CorrectionController } from './correction.controller.ts';
import { ConsentController } from './consent.controller.ts';
import { ElectionController } from './election.controller.ts';
import { Floor } from './floor.ts';
import { MotionController } from './motion.controller.ts';
import { MotionHandler } from './motion.handler.ts';
import { ProcedureController } from './procedure.controller.ts';
import { TransmissionController } from './transmission.controller.ts';
import { VoteController } from './vote.controller.ts';

@Module({
  controllers: [
    MotionController,
    VoteController,
    ConsensusController,
    CorrectionController,
    ConsentController,
    ProcedureController,
    BringBackController,
    TransmissionController,
    ElectionController,
  ],
  providers: [MotionHandler, Floor],
})
export class MotionsModule {
  constructor(bodies: BodiesOf, writer: StreamWriter) {
    bodies.register('motion', async (motionId) => {
      const { state } = await writer.load(motion.decider, motionId);
      return state.bodyId === '' ? undefined : state.bodyId;
    });
  }
}
