import { Module } from '@nestjs/common';
import { instrument } from '#governance';
import { StreamWriter } from '#recording';
import { BodiesOf } from '../auth/bodies-of.ts';
import { InstrumentController } from './instrument.controller.ts';
import { InstrumentHandler } from './instrument.handler.ts';
import { InstrumentRuleController } from './rule.controller.ts';
import { VersionController } from './version.controller.ts';

@Module({
  controllers: [InstrumentController, VersionController, InstrumentRuleController],
  providers: [InstrumentHandler],
})
export class InstrumentsModule {
  constructor(bodies: BodiesOf, writer: StreamWriter) {
    bodies.register('instrument', async (instrumentId) => {
      const { state } = await writer.load(instrument.decider, instrumentId);
      return state.bodyId;
    });
  }
}
