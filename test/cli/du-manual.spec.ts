import { Command } from 'commander';
import { addDu } from '../../src/cli/du';
import { DU_MANUAL } from '../../src/cli/du-manual';
import { KeptCli } from '../support/cli/kept-cli';

const program = new Command('leap');
const nothing = (): Promise<void> => Promise.resolve();
addDu(program, new KeptCli(), {
  home: nothing,
  bucket: nothing,
  clearable: nothing
});
const [du] = program.commands;

describe('leap du --help', () => {
  it('is the manual page', () => {
    expect(du?.helpInformation()).toBe(DU_MANUAL);
  });

  it('has every option that there is, and none that there is not', () => {
    const written = [...DU_MANUAL.matchAll(/^ {4}(-.+)$/gm)].map(
      ([, flags = '']) => flags.replace(/ [A-Z]+$/, '')
    );
    const real = (du?.options ?? []).map(({ flags }) =>
      flags.replace(/ <.*>$/, '')
    );

    expect([...real, '-h, --help'].sort()).toEqual(written.sort());
  });

  it('fits a terminal of 80 columns', () => {
    const widths = DU_MANUAL.split('\n').map(line => line.length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(80);
  });
});
