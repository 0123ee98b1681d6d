// Bundles the storage emulator of the tests into one file, for the demo.
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

await build({
  entryPoints: [`${root}test/support/gcs/main.ts`],
  outfile: `${root}build/emulator.cjs`,
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'cjs',
  logLevel: 'warning'
});
