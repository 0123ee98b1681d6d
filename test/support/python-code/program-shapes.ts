import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What a program is, apart from the texts in it, and those texts. */
interface IShape {
  shape: string;
  strings: string[];
}

/**
 * The shapes of programs, as Python's own parser sees them.
 */
export function shapes(programs: readonly string[]): IShape[] {
  const script = join(__dirname, 'program_shapes.py');
  const { stdout, stderr } = spawnSync('python3', [script], {
    input: JSON.stringify(programs),
    encoding: 'utf8',
    maxBuffer: 1 << 28
  });
  if (stdout === '') {
    throw new Error(stderr);
  }
  return JSON.parse(stdout) as IShape[];
}
