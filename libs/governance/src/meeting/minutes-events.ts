/** The languages of a rendition are BCP 47 tags; which there are is the renderer's. */
export const minutesFormats = ['markdown', 'html'] as const;
export type MinutesFormat = (typeof minutesFormats)[number];

/** One rendering of the minutes; its bytes are kept under their hash. */
export type MinutesRendition = Readonly<{ lang: string; format: MinutesFormat; sha256: string }>;

/** A stream that the minutes were made of, as far as it was read. */
export type StreamRead = Readonly<{ stream: string; revision: number }>;

/** The minutes as the record tells them at a revision: made from nothing but the streams named here. */
export type MinutesDrafted = Readonly<{
  type: 'MinutesDrafted';
  /** Of the meeting's stream. */
  uptoRevision: number;
  /** The body, the motions, and the meetings whose minutes were approved here. */
  streams: readonly StreamRead[];
  /** Of the minutes in no language: what co-chairs attest. */
  sha256: string;
  renditions: readonly MinutesRendition[];
  /** The version that made the renditions; a later one may render differently. */
  renderer: string;
  /** What minutes should tell and the record does not (meeting rule RR-15). */
  missing: readonly string[];
  /** Constituencies that have a co-chair, each of whom is to attest (meeting rule SP-16). */
  coChairsOf: readonly string[];
}>;

/** The body approved a draft: from here on it is never altered (meeting rule RR-13). */
export type MinutesApproved = Readonly<{
  type: 'MinutesApproved';
  motionId: string;
  motionRevision: number;
  asCorrected: boolean;
  /** Of the meeting's stream, as the approved draft has it. */
  revision: number;
  sha256: string;
  renditions: readonly MinutesRendition[];
  /** Pupils' and parents' data are kept out where they asked for it in writing (meeting rule PR-01). */
  privacyChecked: boolean;
}>;

/** The body amended what it had approved: stands beside the approved text, which stays as it is. */
export type MinutesCorrectionRecorded = Readonly<{
  type: 'MinutesCorrectionRecorded';
  correctionId: string;
  authorityMotionId: string;
  motionRevision: number;
  before: string;
  after: string;
}>;

/** A co-chair vouches for the minutes with this hash. */
export type RecordAttested = Readonly<{
  type: 'RecordAttested';
  role: 'co_chair';
  seatId: string;
  constituencyId: string;
  sha256: string;
  /** Of the body, at which the co-chair's office was read. */
  rosterRevision: number;
}>;

export type MinutesEvent = MinutesDrafted | MinutesApproved | MinutesCorrectionRecorded | RecordAttested;
