import { parseArgs } from 'node:util';
import { IdentityServer } from '../google/identity-server';
import { startEmulator } from './emulator';
import { openFaultDesk } from './fault-desk';
import { loadFolder } from './folder';

/**
 * Serve a folder of sample buckets, and the machine's identity beside it, until standard input closes:
 * `node build/emulator.cjs --port N --data DIR [--latency-ms N]`.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      data: { type: 'string' },
      'latency-ms': { type: 'string', default: '0' }
    }
  });
  const gcs = await startEmulator({ port: Number(values.port) });
  gcs.latencyMs = Number(values['latency-ms']);
  const objects =
    values.data === undefined
      ? 0
      : await loadFolder(gcs, values.data, new Date());
  const { host, exchangeUrl, infoUrl } = await IdentityServer.start(gcs, true);
  const identity = { host, exchangeUrl, infoUrl };
  const desk = await openFaultDesk(gcs.faults);
  const { url } = gcs;
  process.stdout.write(
    `${JSON.stringify({ ready: true, url, faultsUrl: desk.url, objects, identity })}\n`
  );
  process.stdin.resume();
  process.stdin.once('end', () => {
    desk.close();
    void gcs.close().then(() => process.exit(0));
  });
}

main().catch((reason: unknown) => {
  process.stderr.write(
    `The storage emulator could not start: ${String(reason)}\n`
  );
  process.exitCode = 1;
});
