import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@jest/globals';
import type { DomainEvent } from '../domain-event.ts';
import { atInstant, eventData, settle } from '../kernel/index.ts';
import type { AtFact, Decider, RecordingMode } from '../kernel/index.ts';

const root = fileURLToPath(new URL('../../golden/', import.meta.url));

/** A command of a scenario; live unless it says otherwise. */
export type Step<C, F> = Readonly<{ command: C; facts: F; mode?: RecordingMode }>;

/** Runs commands one after another on one stream and answers all events; a refusal is an error. */
export function play<S, E, C extends Readonly<{ type: string }>, F extends AtFact>(
  decider: Decider<S, E, C, F>,
  steps: readonly Step<C, F>[],
): readonly E[] {
  const recorded: E[] = [];
  let state = decider.initialState;
  for (const { command, facts, mode = 'live' } of steps) {
    const outcome = settle(decider.decide(state, command, facts), mode, facts);
    if (!outcome.accepted) throw new Error(`${command.type}: ${JSON.stringify(outcome.objection)}`);
    state = outcome.events.reduce((s, event) => decider.evolve(s, event, facts.at), state);
    recorded.push(...outcome.events);
  }
  return recorded;
}

/** The time of a scenario's n-th step, an hour after the one before. */
export const stepTime = (n: number) => atInstant(new Date(Date.UTC(2026, 8, 1, 17 + n)).toISOString());

const schemaVersion = 1;
const fileOf = (category: string, type: string, fields = ''): string =>
  join(root, category, `${type}.v${schemaVersion}${fields}.json`);

function writeGolden(path: string, data: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(data, null, 2)}\n`);
}

/** As a store gives it back: without the fields that are not there. */
const storedData = (event: DomainEvent): unknown => JSON.parse(JSON.stringify(eventData(event)));

function expectGoldenType(category: string, type: string, events: readonly DomainEvent[]): void {
  const event = events.find((one) => one.type === type);
  if (!event)
    throw new Error(`The scenario of ${category} does not record ${type}: let it run such a command.`);
  expectGoldenEvent(fileOf(category, type), event);
}

function expectGoldenEvent(path: string, event: DomainEvent): void {
  const { type } = event;
  if (process.env.UPDATE_GOLDEN === '1') writeGolden(path, eventData(event));
  if (!existsSync(path)) throw new Error(`${path} is missing: UPDATE_GOLDEN=1 writes it.`);
  const golden: unknown = JSON.parse(readFileSync(path, 'utf8'));
  expect({ type, data: storedData(event) }).toEqual({ type, data: golden });
}

/**
 * Compares the first event of each type with its golden file: what is stored keeps its shape, because it is
 * read forever. A changed shape is a new schema version with an upcaster, never a changed file. Files of
 * types that are gone fail too: types are never renamed.
 *
 * Run with `UPDATE_GOLDEN=1` to write the files of new types.
 */
export function expectGolden(
  category: string,
  eventTypes: readonly string[],
  events: readonly DomainEvent[],
): void {
  for (const type of eventTypes) expectGoldenType(category, type, events);
  const named = readdirSync(join(root, category)).map((file) =>
    file.replace(/\.v\d+(\.with-[a-z-]+)?\.json$/, ''),
  );
  expect([...new Set(named)].sort()).toEqual([...eventTypes].sort());
}

/**
 * Optional fields that a type was given after its first golden file have one of their own, `{type}.v1.with-{name}`:
 * events with them and without them are of the same schema version.
 */
export function expectGoldenWith(category: string, name: string, event: DomainEvent | undefined): void {
  if (!event) throw new Error(`No event of ${category} has ${name}.`);
  expectGoldenEvent(fileOf(category, event.type, `.with-${name}`), event);
}
