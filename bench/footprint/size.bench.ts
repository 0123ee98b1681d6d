// The wheel, against the wheels of two peers downloaded in the same run (skipped, with a word, without a network).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { buildRelease, ENVIRONMENT } from './released';

const PEERS = ['jupyter-storage-usage', 'gcs-jupyter-plugin', 'jupyter-drives'];

function wheelBytes(...command: string[]): number {
  const folder = mkdtempSync(`${tmpdir()}/leap-wheel-`);
  execFileSync(
    'python',
    ['-m', 'pip', ...command, folder, '--quiet', '--no-deps'],
    {
      env: ENVIRONMENT,
      stdio: ['ignore', 'ignore', 'ignore']
    }
  );
  return readdirSync(folder).reduce(
    (sum, file) => sum + statSync(`${folder}/${file}`).size,
    0
  );
}

const released = buildRelease();
const own = wheelBytes('wheel', '--no-build-isolation', released, '-w');
console.log(`jupyterlab_leap        ${(own / 1000).toFixed(0)} kB`);
for (const peer of PEERS) {
  try {
    const bytes = wheelBytes('download', peer, '-d');
    console.log(
      `${peer.padEnd(22)} ${(bytes / 1000).toFixed(0)} kB, ours is ${(own / bytes).toFixed(2)} of it`
    );
  } catch {
    console.log(`${peer.padEnd(22)} could not be downloaded`);
  }
}
