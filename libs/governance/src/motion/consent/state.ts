import type { CalendarEntry, ConsentEvent } from './events.ts';

/** What was objected to, and where. */
export type Objected = Readonly<{ meetingId: string; textSha256: string }>;

/** Consents to a motion, and the motions that it adopts itself. */
export type Consent = Readonly<{
  objected: readonly Objected[];
  calendar?: Readonly<{ meetingId: string; entries: readonly CalendarEntry[] }>;
}>;

export const noConsent: Consent = { objected: [] };

export function evolveConsent(consent: Consent, event: ConsentEvent): Consent {
  switch (event.type) {
    case 'UnanimousConsentObjected': {
      const { meetingId, textSha256 } = event;
      return { ...consent, objected: [...consent.objected, { meetingId, textSha256 }] };
    }
    case 'ConsentCalendarCompiled': {
      const { meetingId, entries } = event;
      return { ...consent, calendar: { meetingId, entries } };
    }
    case 'UnanimousConsentDeclared':
    case 'ConsentCalendarApplied':
      // The adoption that follows says all that later decisions ask for.
      return consent;
  }
}
