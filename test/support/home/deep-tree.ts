import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

/** Only relative to the directory above can a path this long be made, and this process stays where it is. */
const DEEPER = `
const [levels, name, bottom] = process.argv.slice(1);
for (let depth = 0; depth < Number(levels); depth += 1) {
  fs.mkdirSync(name);
  process.chdir(name);
}
for (const file of JSON.parse(bottom)) {
  fs.mkdirSync(require('node:path').dirname(file), { recursive: true });
  fs.writeFileSync(file, 'found');
}`;

/**
 * Makes a directory with others in it, each within the one before, and files at the bottom.
 */
export function makeDeep(
  top: string,
  {
    levels = 1000,
    name = 'elevenchars',
    bottom = ['bottom']
  }: {
    readonly levels?: number;
    readonly name?: string;
    readonly bottom?: readonly string[];
  } = {}
): void {
  mkdirSync(top, { recursive: true });
  execFileSync(
    process.execPath,
    ['-e', DEEPER, String(levels), name, JSON.stringify(bottom)],
    { cwd: top }
  );
}
