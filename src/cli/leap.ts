/**
 * The file that the `leap` command begins with: it counts directories itself, and loads the whole program for everything else.
 *
 * What the whole program takes beside it is measured by `bench/home/start.bench.ts`.
 */
import { join } from 'node:path';
import { compileLess } from '../service/home/scan/compile-less';
import { duHome } from './du-home';
import { plainDu } from './plain-du';
import { readScanConfig } from './scan-config';
import { inSession } from './session';

async function main([command, ...args]: readonly string[]): Promise<void> {
  const asked = command === 'du' ? plainDu(args) : null;
  const config = readScanConfig(process.env['LEAP_CONFIG']);
  if (asked === null || config === null) {
    // It reads the arguments anew, and says itself how it ended.
    await import(join(__dirname, 'main.cjs'));
    return;
  }
  compileLess();
  const { path = config.homeDirectory, options } = asked;
  process.exitCode = await inSession(
    () => config,
    context => duHome(context, path, options)
  );
}

void main(process.argv.slice(2));
