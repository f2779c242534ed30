import { describe, expect, it } from '@jest/globals';
import { Answer } from '../platform/index.ts';
import { CurrentAnswers } from './current-answers.ts';

describe('current answers', () => {
  it('are made once, until the read models go on', () => {
    const progress = { position: 7 };
    const answers = new CurrentAnswers(progress);
    let made = 0;
    const ask = (id: string) => answers.get(id, () => new Answer({ id, made: ++made })).body;
    expect([ask('a'), ask('a'), ask('b')]).toEqual([
      { id: 'a', made: 1 },
      { id: 'a', made: 1 },
      { id: 'b', made: 2 },
    ]);
    progress.position = 8;
    expect(ask('a')).toEqual({ id: 'a', made: 3 });
  });

  it('do not keep what could not be answered', () => {
    const answers = new CurrentAnswers({ position: 0 });
    const fail = () => {
      throw new Error('not there');
    };
    expect(() => answers.get('a', fail)).toThrow('not there');
    expect(answers.get('a', () => new Answer({ there: true })).body).toEqual({ there: true });
  });

  it('are not kept without end', () => {
    const answers = new CurrentAnswers({ position: 0 });
    let made = 0;
    for (let i = 0; i < 1_000; i++) answers.get(`a-${i}`, () => new Answer({ made: ++made }));
    answers.get('a-0', () => new Answer({ made: ++made }));
    expect(made).toBe(1_001);
  });
});
