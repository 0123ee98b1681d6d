import { startEmulator } from '../gcs/emulator';
import { IdentityServer } from './identity-server';

/**
 * Serve one user's buckets, a metadata server and a token exchange until standard input closes.
 *
 * Prints one line with their addresses; for `tokens` on standard input, all tokens that were handed out.
 */
async function main(): Promise<void> {
  const gcs = await startEmulator();
  for (const bucket of ['leap-scratch', 'leap-persistent']) {
    gcs.createBucket(bucket);
    gcs.put(bucket, 'ann/sst.nc', 'mine');
    gcs.put(bucket, 'anna/sst.nc', 'hers');
  }
  const identity = await IdentityServer.start(gcs);
  const { host, exchangeUrl, infoUrl } = identity;
  say({ storage: gcs.url, host, exchangeUrl, infoUrl });
  process.stdin.on('data', () => {
    say(identity.tokens);
  });
  process.stdin.once('end', () => {
    process.exit(0);
  });
}

function say(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

void main();
