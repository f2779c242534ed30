import { Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { school } from '#governance';
import type { WriteContext } from '#recording';
import { CommandController, commandOf, Context, Id, Operation, Resource } from '../platform/index.ts';
import type { ReceiptBody } from '../platform/index.ts';
import {
  DesignateSchoolBody,
  EndDesignationBody,
  FormSiteBodyBody,
  MergeSchoolBody,
  RegisterSchoolBody,
  RenameSchoolBody,
  RenewDesignationBody,
  RestoreDesignationBody,
  SiteRoleBody,
  SuspendDesignationBody,
} from './school.bodies.ts';
import { WriteSchool } from './school.handler.ts';

@Resource('schools', { id: 'schoolId', tag: 'Schools', scope: { param: 'schoolId', of: 'school' } })
export class SchoolController extends CommandController<school.Command> {
  constructor(bus: CommandBus) {
    super(bus, WriteSchool);
  }

  @Operation('registerSchool', {
    needs: 'secretary',
    of: { field: 'bodyId' },
    summary: 'Enter a school in the registry',
  })
  registerSchool(
    @Id('schoolId') id: string,
    @Body() body: RegisterSchoolBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RegisterSchool', body), context);
  }

  @Operation('designateSchool', {
    needs: 'secretary',
    summary: 'The school becomes a school of the programme',
  })
  designateSchool(
    @Id('schoolId') id: string,
    @Body() body: DesignateSchoolBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('DesignateSchool', body), context);
  }

  @Operation('renewDesignation', { needs: 'secretary', summary: 'The designation goes on' })
  renewDesignation(
    @Id('schoolId') id: string,
    @Body() body: RenewDesignationBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RenewDesignation', body), context);
  }

  @Operation('suspendDesignation', {
    needs: 'secretary',
    summary: 'The designation has no effect for a while',
  })
  suspendDesignation(
    @Id('schoolId') id: string,
    @Body() body: SuspendDesignationBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('SuspendDesignation', body), context);
  }

  @Operation('restoreDesignation', {
    needs: 'secretary',
    summary: 'A suspended designation has effect again',
  })
  restoreDesignation(
    @Id('schoolId') id: string,
    @Body() body: RestoreDesignationBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RestoreDesignation', body), context);
  }

  @Operation('endDesignation', { needs: 'secretary', summary: 'The designation ends, and why' })
  endDesignation(
    @Id('schoolId') id: string,
    @Body() body: EndDesignationBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('EndDesignation', body), context);
  }

  @Operation('renameSchool', { needs: 'secretary', summary: 'The school gets another name' })
  renameSchool(
    @Id('schoolId') id: string,
    @Body() body: RenameSchoolBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('RenameSchool', body), context);
  }

  @Operation('mergeSchool', { needs: 'secretary', summary: 'The school becomes part of another' })
  mergeSchool(
    @Id('schoolId') id: string,
    @Body() body: MergeSchoolBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('MergeSchool', body), context);
  }

  @Operation('formSiteBody', { needs: 'secretary', summary: 'Which body governs the site' })
  formSiteBody(
    @Id('schoolId') id: string,
    @Body() body: FormSiteBodyBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('FormSiteBody', body), context);
  }

  @Operation('changeSiteLeader', { needs: 'secretary', summary: 'Somebody else leads the site' })
  changeSiteLeader(
    @Id('schoolId') id: string,
    @Body() body: SiteRoleBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('ChangeSiteLeader', body), context);
  }

  @Operation('assignCoordinator', { needs: 'secretary', summary: 'The school gets a coordinator' })
  assignCoordinator(
    @Id('schoolId') id: string,
    @Body() body: SiteRoleBody,
    @Context() context: WriteContext,
  ): Promise<ReceiptBody> {
    return this.record(id, commandOf('AssignCoordinator', body), context);
  }
}
