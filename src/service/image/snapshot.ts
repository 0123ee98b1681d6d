import * as z from 'zod/mini';
import type { InstalledPackage } from '../../contract';
import type { Cache } from '../cache';

/**
 * What was installed when it was first asked for in one server.
 */
export type Snapshot = z.infer<typeof Snapshot>;
const Snapshot = z.object({
  /** The start of the server that it was taken in. */
  startedAt: z.iso.datetime(),
  takenAt: z.iso.datetime(),
  packages: z.array(z.object({ name: z.string(), version: z.string() }))
});

const FILE = 'image-snapshot.json';

/**
 * The snapshot of this server, taken now when there is none yet. It lies beside the other kept files, outside of
 * the home, and goes with the server as the packages do.
 */
export async function firstSnapshot(
  cache: Cache,
  startedAt: Date,
  now: Date,
  installed: readonly InstalledPackage[]
): Promise<Snapshot> {
  const kept = await readSnapshot(cache);
  // The same start is computed from whole seconds of the machine's start, so two readings differ by up to a second.
  if (
    kept &&
    Math.abs(Date.parse(kept.startedAt) - startedAt.getTime()) < 2000
  ) {
    return kept;
  }
  const snapshot: Snapshot = {
    startedAt: startedAt.toISOString(),
    takenAt: now.toISOString(),
    packages: installed
      .filter(({ inHome }) => !inHome)
      .map(({ name, version }) => ({ name, version }))
  };
  await cache.write(FILE, JSON.stringify(snapshot));
  return snapshot;
}

async function readSnapshot(cache: Cache): Promise<Snapshot | null> {
  const text = await cache.read(FILE);
  try {
    return text === null ? null : Snapshot.parse(JSON.parse(text));
  } catch {
    // Of another form, so from another version: as good as none.
    return null;
  }
}
