import { Module } from '@nestjs/common';
import { OrganizationController } from './organization.controller.ts';
import { OrganizationHandler } from './organization.handler.ts';

@Module({ controllers: [OrganizationController], providers: [OrganizationHandler] })
export class OrganizationsModule {}
