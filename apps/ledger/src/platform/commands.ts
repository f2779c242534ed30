import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { WriteContext } from '#recording';
import { accessOf } from './access.ts';
import type { Need } from './access.ts';
import { CommandBody } from './command-body.ts';
import { commandNameOf } from './operation.ts';
import type { ReceiptBody } from './receipt.ts';
import { validationPipe } from './validation.ts';

type BodyClass = new () => CommandBody;
type Handler = (id: string, body: CommandBody, context: WriteContext) => Promise<ReceiptBody>;
type Controller = Readonly<Record<string, Handler>>;

/** One command of the interface, without HTTP: what its route does once the guard has let it pass. */
export type CommandOperation = Readonly<{
  operation: string;
  /** As in `motions/{id}`. */
  collection: string;
  needs: Need;
  /** The body as its class reads it. @throws Problem `VALIDATION_FAILED` */
  read: (body: object) => Promise<CommandBody>;
  record: Handler;
}>;

const isCommandBody = (metatype: BodyClass): boolean =>
  metatype === CommandBody || metatype.prototype instanceof CommandBody;

const collectionOf = (path: string): string => path.split('/')[1] ?? '';

/** Every command for one stream by its operationId: for those who record many of them in one request. */
@Injectable()
export class Commands {
  #byName: ReadonlyMap<string, CommandOperation> | undefined;
  readonly #pipe = validationPipe();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  get(operation: string): CommandOperation | undefined {
    this.#byName ??= new Map(this.#all().map((one) => [one.operation, one]));
    return this.#byName.get(operation);
  }

  #all(): readonly CommandOperation[] {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      if (!metatype) return [];
      const prototype = (metatype as { prototype: Controller }).prototype;
      const names = this.scanner.getAllMethodNames(prototype);
      return names.flatMap((name) => this.#operation(instance as Controller, prototype, name) ?? []);
    });
  }

  #operation(controller: Controller, prototype: Controller, name: string): CommandOperation | undefined {
    const handler = prototype[name];
    const operation = handler && commandNameOf(handler);
    if (!handler || operation === undefined) return undefined;
    const types = Reflect.getMetadata('design:paramtypes', prototype, name) as readonly unknown[];
    const metatype = types[1] as BodyClass;
    if (!isCommandBody(metatype)) return undefined;
    return {
      operation,
      collection: collectionOf(Reflect.getMetadata('path', prototype.constructor) as string),
      needs: accessOf(handler, prototype.constructor)?.needs ?? 'admin',
      read: async (body) => (await this.#pipe.transform(body, { type: 'body', metatype })) as CommandBody,
      record: handler.bind(controller),
    };
  }
}
