import type { FastifyInstance } from 'fastify';
import type { Serving } from '../http/serve-resource.ts';
import { bodiesPage } from './bodies/index.tsx';
import { bodyPage } from './body/index.ts';
import { clausePage } from './clause/index.tsx';
import { cohortsPage } from './cohorts/index.ts';
import { commitmentPage } from './commitment/index.ts';
import { commitmentsPage } from './commitments/index.ts';
import { comparisonPage } from './comparison/index.tsx';
import { contradictionsPage } from './contradictions/index.ts';
import { copyPage } from './copy/index.tsx';
import { decisionPage } from './decision/index.ts';
import { decisionsPage } from './decisions/index.ts';
import { checkScript, icon, liveScript, replayScript, serveAssets, styleSheet } from './frame/assets.ts';
import { serveNothing, servePage } from './frame/serve-page.tsx';
import { homePage } from './home/index.ts';
import { instrumentPage } from './instrument/index.ts';
import { instrumentsPage } from './instruments/index.tsx';
import { livePage } from './live/index.ts';
import { meetingPage } from './meeting/index.ts';
import { meetingsPage } from './meetings/index.tsx';
import { searchPage } from './search/index.ts';
import { motionPage } from './motion/index.ts';
import { replayPage } from './replay/index.ts';
import { schoolPage } from './school/index.ts';
import { schoolsPage } from './schools/index.tsx';
import { seatPage } from './seat/index.ts';

export { languages } from '../words/languages.ts';

/** Everything that people read here. Each page has a folder: its data, its view, its tests. */
export function servePages(fastify: FastifyInstance, serving: Serving): void {
  serveAssets(fastify, [styleSheet, icon, checkScript, replayScript, liveScript]);
  servePage(fastify, homePage, serving);
  servePage(fastify, decisionsPage, serving);
  servePage(fastify, decisionPage, serving);
  servePage(fastify, motionPage, serving);
  servePage(fastify, meetingsPage, serving);
  servePage(fastify, meetingPage, serving);
  servePage(fastify, bodiesPage, serving);
  servePage(fastify, bodyPage, serving);
  servePage(fastify, instrumentsPage, serving);
  servePage(fastify, instrumentPage, serving);
  servePage(fastify, comparisonPage, serving);
  servePage(fastify, clausePage, serving);
  servePage(fastify, cohortsPage, serving);
  servePage(fastify, schoolsPage, serving);
  servePage(fastify, schoolPage, serving);
  servePage(fastify, commitmentsPage, serving);
  servePage(fastify, commitmentPage, serving);
  servePage(fastify, contradictionsPage, serving);
  servePage(fastify, seatPage, serving);
  servePage(fastify, searchPage, serving);
  servePage(fastify, copyPage, serving);
  servePage(fastify, replayPage, serving);
  servePage(fastify, livePage, serving);
  serveNothing(fastify, serving);
}
