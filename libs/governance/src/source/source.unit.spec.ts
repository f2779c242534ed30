import { describe, expect, it } from '@jest/globals';
import { atInstant } from '../kernel/index.ts';
import { expectGolden, given, play, stateAfter, stepTime } from '../testing/index.ts';
import { decider, eventTypes } from './index.ts';
import type { Command, SourceRegistered } from './index.ts';

const command: Command = {
  type: 'RegisterSource',
  title: 'Community schools in two districts',
  publisher: 'A foundation',
  otherNames: ['The report'],
  url: 'https://example.org/report',
  publishedAt: atInstant('2025-06-01T00:00:00Z'),
  retrievedAt: atInstant('2026-01-02T00:00:00Z'),
  sha256: 'a'.repeat(64),
  textSha256: 'b'.repeat(64),
};
const registered: SourceRegistered = { ...command, type: 'SourceRegistered' };
const facts = { at: stepTime(0), textIsKept: true };

describe('RegisterSource', () => {
  it('enters a document in the register', () => {
    given(decider)().when(command, facts).live.records(registered).withFindings();
    expect(stateAfter(decider, [registered])).toEqual({
      registered: true,
      publisher: 'A foundation',
      textSha256: registered.textSha256,
    });
  });

  it('SOURCE_EXISTS: registers it once, in every mode', () => {
    const again = given(decider)(registered).when(command, facts);
    again.live.rejectedWith('SOURCE_EXISTS', { publisher: 'A foundation' });
    again.minutes.rejectedWith('SOURCE_EXISTS');
    again.historicalImport.rejectedWith('SOURCE_EXISTS');
  });

  it('SOURCE_TEXT_NOT_KEPT: names no text that is not there', () => {
    const without = { ...facts, textIsKept: false };
    given(decider)().when(command, without).historicalImport.rejectedWith('SOURCE_TEXT_NOT_KEPT');
    const { textSha256: _text, ...textless } = command;
    given(decider)().when(textless, without).live.records('SourceRegistered').withFindings();
  });
});

it('keeps the stored shape of its events', () => {
  expectGolden('source', eventTypes, play(decider, [{ command, facts }]));
});
