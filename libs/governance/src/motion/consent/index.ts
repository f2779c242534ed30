export type { AdoptByConsentCalendar } from './adopt-by-consent-calendar.ts';
export type { AdoptingCalendar, ConsentMotion } from './calendar-facts.ts';
export { adoptedByCalendar, consentMotion } from './calendar-facts.ts';
export type { CompileConsentCalendar } from './compile-consent-calendar.ts';
export type { DeclareUnanimousConsent } from './declare-unanimous-consent.ts';
export type * from './events.ts';
export type { ObjectToUnanimousConsent } from './object.ts';
