import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Settings } from '../../src/service/config';

/** What an operator may set, in the names that operators use. */
const SETTINGS = Object.keys(Settings.shape).map(name =>
  name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
);

/** The settings that the guides name: the first column of their tables, and `c.Leap.name` anywhere. */
function named(): ReadonlySet<string> {
  const text = ['operators.md', 'access.md']
    .map(guide => readFileSync(join(process.cwd(), 'docs', guide), 'utf8'))
    .join('\n');
  const table = /\n\| Field .*\n\|[- |]+\n((?:\|.*\n)+)/.exec(text)?.[1] ?? '';
  const cells = table.split('\n').map(row => row.split('|')[1] ?? '');
  return new Set(
    [
      ...cells.flatMap(cell =>
        [...cell.matchAll(/`(\w+)`/g)].map(([, n]) => n)
      ),
      ...[...text.matchAll(/c\.Leap\.(\w+)/g)].map(([, name]) => name)
    ].filter(name => name !== undefined)
  );
}

describe('The guides for operators', () => {
  it('explain every setting', () => {
    const guides = named();

    expect(SETTINGS.filter(name => !guides.has(name))).toEqual([]);
  });

  it('name no setting that there is not', () => {
    expect([...named()].filter(name => !SETTINGS.includes(name))).toEqual([]);
  });
});
