import { describe, expect, it } from '@jest/globals';
import { settingsTable } from '../../libs/platform/src/config/index.ts';
import { readme, tableUnder } from '../support/readme.ts';

describe('the README', () => {
  it('has a table of all settings, with their defaults and meanings', () => {
    const marked = (text: string): string => (text === '' ? '' : `\`${text}\``);
    expect(tableUnder('Configuration', readme())).toEqual(
      settingsTable.map(({ name, default: byDefault, meaning }) => [
        marked(name),
        marked(byDefault),
        meaning,
      ]),
    );
  });
});
