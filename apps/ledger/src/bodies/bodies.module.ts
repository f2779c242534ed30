import { Module } from '@nestjs/common';
import { BodyController } from './body.controller.ts';
import { BodyHandler } from './body.handler.ts';
import { OfficeController } from './office.controller.ts';
import { WitnessWatch } from './witness-watch.ts';
import { SeatController } from './seat.controller.ts';

@Module({
  controllers: [BodyController, SeatController, OfficeController],
  providers: [BodyHandler, WitnessWatch],
})
export class BodiesModule {}
