import { execFileSync } from 'node:child_process';
import { humanBytes } from '../../src/cli/human-bytes';

/** On both sides of where the number of digits, or the unit, changes. */
const EDGES = Array.from({ length: 6 }, (_, power) => 1024 ** power)
  .flatMap(unit =>
    [1, 9.9, 9.95, 10, 99.5, 1000, 1023, 1023.5].map(n => n * unit)
  )
  .map(Math.floor)
  .flatMap(bytes => [bytes - 1, bytes, bytes + 1])
  .filter(bytes => bytes >= 0 && Number.isSafeInteger(bytes));

describe('humanBytes', () => {
  it('writes what GNU writes', () => {
    const text = execFileSync('numfmt', ['--to=iec', '--round=up'], {
      encoding: 'utf8',
      input: EDGES.join('\n')
    });

    expect(EDGES.map(humanBytes)).toEqual(text.trimEnd().split('\n'));
  });
});
