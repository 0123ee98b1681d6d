import { execFileSync } from 'node:child_process';
import {
  imageCheckCell,
  SPEC_CELL
} from '../../../../../src/lab/panels/image/notebooks/cells';

/** What a cell prints, and whether it warned, in an environment that names this image. */
function run(
  code: string,
  spec: string | null
): { out: string; warned: boolean } {
  const wrapped = [
    'import sys, warnings',
    'with warnings.catch_warnings(record=True) as seen:',
    '    warnings.simplefilter("always")',
    '    exec(compile(sys.stdin.read(), "cell", "exec"))',
    'print(len(seen))'
  ].join('\n');
  const lines = execFileSync('python3', ['-c', wrapped], {
    input: code,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      ...(spec === null ? {} : { JUPYTER_IMAGE_SPEC: spec })
    }
  }).split('\n');
  return { out: lines.slice(0, -2).join('\n'), warned: lines.at(-2) !== '0' };
}

describe('SPEC_CELL', () => {
  it('prints the image', () => {
    expect(run(SPEC_CELL, 'o/i:1')).toEqual({ out: 'o/i:1', warned: false });
  });
});

describe('imageCheckCell', () => {
  it('warns in another image and in none, not in its own', () => {
    const cell = imageCheckCell('o/i:1');

    expect(run(cell, 'o/i:1')).toEqual({ out: 'o/i:1', warned: false });
    expect(run(cell, 'o/i:2')).toEqual({ out: 'o/i:2', warned: true });
    expect(run(cell, null).warned).toBe(true);
  });

  it('B50 keeps a hostile spec a string', () => {
    const spec = '"; print("owned"); "{running_in}\\n#😀';

    expect(run(imageCheckCell(spec), spec)).toEqual({
      out: spec,
      warned: false
    });
  });
});
