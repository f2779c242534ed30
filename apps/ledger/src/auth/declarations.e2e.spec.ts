import { describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MemoryBlobStore } from '#blobs';
import { MemoryEventStore } from '#event-store';
import { Directory, Mentions, SqliteVault } from '#privacy';
import { testConfig, testLogger } from '#platform/testing';
import { ProgressWaiter } from '#projections';
import { createLedgerApp } from '../app.ts';
import { Read } from '../platform/index.ts';
import type { Ports } from '../ports.ts';

@Controller('forgotten')
@ApiTags('Test')
class ForgottenController {
  @Get()
  everything(): object {
    return {};
  }
}
@Module({ controllers: [ForgottenController] })
class ForgottenModule {}

@Controller('unscoped')
@ApiTags('Test')
class UnscopedController {
  @Read('readUnscoped', { needs: 'auditor', summary: 'Of which body?' })
  everything(): object {
    return {};
  }
}
@Module({ controllers: [UnscopedController] })
class UnscopedModule {}

@Controller('unknown/:thingId')
@ApiTags('Test')
class UnknownCategoryController {
  @Read('readThing', { needs: 'auditor', of: { param: 'thingId', of: 'thing' }, summary: 'A thing' })
  everything(): object {
    return {};
  }
}
@Module({ controllers: [UnknownCategoryController] })
class UnknownCategoryModule {}

const ports = (): Ports => ({
  config: testConfig(),
  logger: testLogger(),
  store: new MemoryEventStore(),
  publicStore: () => Promise.resolve(new MemoryEventStore()),
  blobs: new MemoryBlobStore(),
  publicBlobs: new MemoryBlobStore(),
  vault: SqliteVault.open({ file: ':memory:' }),
  directory: Directory.open({ file: ':memory:' }),
  mentions: Mentions.open({ file: ':memory:' }),
  processes: ':memory:',
  logTree: 'nowhere',
  reader: {
    read: () => {
      throw new Error('nothing is read');
    },
  },
  progress: new ProgressWaiter(),
  publication: () => ({ position: 0, covering: { entries: 0 } }),
});

describe('the ledger does not start with a route', () => {
  it.each([
    ['that declares nothing', ForgottenModule, 'ForgottenController.everything does not declare'],
    ['that does not say of which body', UnscopedModule, 'UnscopedController.everything does not declare'],
    ['of things of which nobody knows the body', UnknownCategoryModule, 'to which body a thing belongs'],
  ])('%s', async (_what, module, message) => {
    const app = await createLedgerApp(ports(), [module]);
    await expect(app.init()).rejects.toThrow(message);
  });
});
