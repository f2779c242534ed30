import type { SourceEvent } from './events.ts';

export type SourceState = Readonly<{ registered: boolean; publisher: string; textSha256?: string }>;

export const noSource: SourceState = { registered: false, publisher: '' };

export function evolve(_state: SourceState, event: SourceEvent): SourceState {
  switch (event.type) {
    case 'SourceRegistered': {
      const { publisher, textSha256 } = event;
      return { registered: true, publisher, ...(textSha256 !== undefined && { textSha256 }) };
    }
  }
}
