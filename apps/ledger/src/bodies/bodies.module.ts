import { Module } from '@nestjs/common';
import { BodyController } from './body.controller.ts';
import { BodyHandler } from './body.handler.ts';
import { OfficeController } from './office.controller.ts';
import { SeatController } from './seat.controller.ts';

@Module({
  controllers: [BodyController, SeatController, OfficeController],
  providers: [BodyHandler],
})
export class BodiesModule {}
