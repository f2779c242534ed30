import type { CatalogueEntry } from '../catalogue.ts';
import { accessRejections } from './access.ts';
import { applicationRejections } from './application.ts';
import { bodyRejections } from './body.ts';
import { decidingRejections } from './deciding.ts';
import { correctionRejections } from './corrections.ts';
import { challengeRejections } from './challenge.ts';
import { claimRejections } from './claim.ts';
import { commitmentRejections } from './commitment.ts';
import { instrumentRejections } from './instrument.ts';
import { cohortRejections } from './cohort.ts';
import { meetingRejections } from './meeting.ts';
import { motionRejections } from './motion.ts';
import { privacyRejections } from './privacy.ts';
import { processRejections } from './processes.ts';
import { procedureRejections } from './procedure.ts';
import { quorumRejections } from './quorum.ts';
import { recordingRejections } from './recording.ts';
import { schoolRejections } from './school.ts';
import { rulebookRejections } from './rulebook.ts';
import { seatRejections } from './seat.ts';

/** What the domain refuses, or notes as a finding, by code: the sentences that people read. */
export const rejections: Readonly<Record<string, CatalogueEntry>> = {
  ...recordingRejections,
  ...accessRejections,
  ...bodyRejections,
  ...seatRejections,
  ...meetingRejections,
  ...motionRejections,
  ...decidingRejections,
  ...procedureRejections,
  ...quorumRejections,
  ...correctionRejections,
  ...claimRejections,
  ...commitmentRejections,
  ...challengeRejections,
  ...processRejections,
  ...instrumentRejections,
  ...cohortRejections,
  ...applicationRejections,
  ...schoolRejections,
  ...rulebookRejections,
  ...privacyRejections,
};
