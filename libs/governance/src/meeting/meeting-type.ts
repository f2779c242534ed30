export const meetingTypes = ['regular', 'special', 'emergency', 'adjourned'] as const;
export type MeetingType = (typeof meetingTypes)[number];
