import type { FastifyInstance } from 'fastify';
import { serveResource } from '../http/serve-resource.ts';
import type { Serving } from '../http/serve-resource.ts';
import { furtherFeeds, wholeFeeds } from '../feeds/resources.ts';
import { bodyCalendar } from '../calendar/resources.ts';
import { bodies } from './bodies.ts';
import { body } from './body.ts';
import { decision } from './decision.ts';
import { decisions } from './decisions.ts';
import { clause, instrument, instrumentComparison } from './instrument.ts';
import { instruments } from './instruments.ts';
import { meeting } from './meeting.ts';
import { meetings } from './meetings.ts';
import { minutes } from './minutes.ts';
import { motion } from './motion.ts';
import { person } from './person.ts';
import { startPage } from './start-page.ts';

/** Everything that can be read here, besides the events. */
export function serveResources(fastify: FastifyInstance, serving: Serving): void {
  serveResource(fastify, startPage, serving);
  for (const feed of wholeFeeds) serveResource(fastify, feed, serving);
  for (const feed of furtherFeeds) serveResource(fastify, feed, serving);
  serveResource(fastify, decisions, serving);
  serveResource(fastify, decision, serving);
  serveResource(fastify, bodies, serving);
  serveResource(fastify, body, serving);
  serveResource(fastify, bodyCalendar, serving);
  serveResource(fastify, meetings, serving);
  serveResource(fastify, meeting, serving);
  serveResource(fastify, minutes, serving);
  serveResource(fastify, motion, serving);
  serveResource(fastify, person, serving);
  serveResource(fastify, instruments, serving);
  serveResource(fastify, instrument, serving);
  serveResource(fastify, instrumentComparison, serving);
  serveResource(fastify, clause, serving);
}
