import { accessModel } from './access/model.ts';
import { applicationsModel } from './applications/model.ts';
import { bodiesModel } from './bodies/model.ts';
import { bodyCompositionModel } from './body-composition/model.ts';
import { challengesModel } from './challenges/model.ts';
import { claimsModel } from './claims/model.ts';
import { commitmentsModel } from './commitments/model.ts';
import { cohortsModel } from './cohorts/model.ts';
import { decisionsModel } from './decisions/model.ts';
import { displayNamesModel } from './display-names/model.ts';
import { findingsModel } from './findings/model.ts';
import { instrumentsModel } from './instruments/model.ts';
import { measuresModel } from './measures/model.ts';
import { meetingsModel } from './meetings/model.ts';
import { minutesModel } from './minutes/model.ts';
import { motionTimelineModel } from './motion-timeline/model.ts';
import { motionsModel } from './motions/model.ts';
import { organizationsModel } from './organizations/model.ts';
import { personsModel } from './persons/model.ts';
import type { ReadModel } from './runtime/index.ts';
import { schoolsModel } from './schools/model.ts';
import { seatHistoryModel } from './seat-history/model.ts';
import { sourcesModel } from './sources/model.ts';

/** Everything that the public record can show. */
export const publicReadModels: readonly ReadModel[] = [
  organizationsModel,
  bodiesModel,
  bodyCompositionModel,
  seatHistoryModel,
  meetingsModel,
  motionsModel,
  motionTimelineModel,
  decisionsModel,
  findingsModel,
  cohortsModel,
  applicationsModel,
  schoolsModel,
  sourcesModel,
  claimsModel,
  measuresModel,
  commitmentsModel,
  challengesModel,
  instrumentsModel,
  minutesModel,
  displayNamesModel,
];

/** And who may act in the ledger. */
export const ledgerReadModels: readonly ReadModel[] = [...publicReadModels, accessModel, personsModel];
