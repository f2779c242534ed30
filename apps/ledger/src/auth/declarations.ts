import { Injectable, RequestMethod } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { accessOf } from '../platform/access.ts';
import type { Access } from '../platform/access.ts';
import { BodiesOf } from './bodies-of.ts';

export type Route = Readonly<{ method: string; path: string; handler: string; access: Access | undefined }>;

type Handler = (...args: never[]) => unknown;
type Controller = (abstract new (...args: never[]) => object) &
  Readonly<{ prototype: Record<string, Handler> }>;

const pathOf = (controller: string, handler: string): string =>
  `/${[controller, handler].filter((part) => part !== '' && part !== '/').join('/')}`.replaceAll('//', '/');

/** Every route of the app with what it declares. Starting fails where one declares nothing. */
@Injectable()
export class Declarations implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly bodies: BodiesOf,
  ) {}

  routes(): readonly Route[] {
    return this.discovery
      .getControllers()
      .flatMap(({ metatype }) => this.#routesOf(metatype as Controller | null));
  }

  onApplicationBootstrap(): void {
    for (const { handler, access } of this.routes()) {
      if (!access) throw new Error(`${handler} does not declare which role it needs`);
      const { of } = access;
      if (typeof of === 'object' && 'param' in of && !this.bodies.has(of.of))
        throw new Error(`${handler}: nobody knows to which body a ${of.of} belongs`);
    }
  }

  #routesOf(controller: Controller | null): readonly Route[] {
    if (!controller) return [];
    const base = (Reflect.getMetadata('path', controller) as string | undefined) ?? '';
    return this.scanner.getAllMethodNames(controller.prototype).flatMap((name) => {
      const handler = controller.prototype[name];
      const path = handler && (Reflect.getMetadata('path', handler) as string | undefined);
      if (!handler || path === undefined) return [];
      const method = RequestMethod[Reflect.getMetadata('method', handler) as RequestMethod];
      const access = accessOf(handler, controller);
      return [{ method, path: pathOf(base, path), handler: `${controller.name}.${name}`, access }];
    });
  }
}
