// Bundles and runs the measurements: all of them, or those of the folders that are named.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const here = `${root}bench`;
const known = readdirSync(here, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name)
  .sort();
const wanted = process.argv.slice(2);

let failed = 0;
for (const name of wanted.length > 0 ? wanted : known) {
  const files = readdirSync(`${here}/${name}`)
    .filter(file => file.endsWith('.bench.ts'))
    .sort();
  for (const file of files) {
    const outfile = `${root}build/bench/${name}/${file.replace(/\.ts$/, '.cjs')}`;
    await build({
      entryPoints: [`${here}/${name}/${file}`],
      outfile,
      bundle: true,
      platform: 'node',
      target: 'node22',
      packages: 'external',
      logLevel: 'warning'
    });
    console.log(`\n${name}: ${file.replace(/\.bench\.ts$/, '')}`);
    const { status } = spawnSync(process.execPath, ['--expose-gc', outfile], {
      cwd: root,
      stdio: 'inherit'
    });
    failed += status === 0 ? 0 : 1;
  }
}
process.exitCode = failed > 0 ? 1 : 0;
