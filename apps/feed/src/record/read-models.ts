import { publicReadModels } from '#projections';
import type { ReadModel } from '#projections';
import { calendarModel } from '../calendar/model.ts';
import { feedItemsModel } from '../feeds/model.ts';
import { replayModel } from '../replay/model.ts';
import { searchModel } from '../search/model.ts';
import { published } from './published.ts';

/** Everything that the feed shows. What is made from rows of others comes after them. */
export const feedReadModels: readonly ReadModel[] = [
  ...publicReadModels,
  published,
  feedItemsModel,
  calendarModel,
  searchModel,
  replayModel,
];
