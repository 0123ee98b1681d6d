import type { DeletionFiles } from './files';
import type { HeldDirectory } from './held-directory';

/** A directory whose own size is above this has thousands of names: they are read piece by piece. */
const LARGE_BYTES = 1n << 20n;
const PORTION = 1024;

/** Calls in flight in one directory: on a file server each waits for a round trip. */
const IN_FLIGHT = 8;

/**
 * Do something for each name in a directory, several at a time.
 *
 * Returns or throws only when nothing is under way any more, so that the directory can be closed: a call through a
 * descriptor whose number was taken by another directory would end there.
 */
export async function forEachName(
  files: DeletionFiles,
  directory: HeldDirectory,
  act: (name: Buffer) => Promise<void>
): Promise<void> {
  for await (const names of portions(files, directory)) {
    const left = names.values();
    const worker = async (): Promise<void> => {
      for (const name of left) {
        await act(name);
      }
    };
    const ends = await Promise.allSettled(
      Array.from({ length: Math.min(IN_FLIGHT, names.length) }, worker)
    );
    for (const end of ends) {
      if (end.status === 'rejected') {
        throw end.reason;
      }
    }
  }
}

async function* portions(
  files: DeletionFiles,
  directory: HeldDirectory
): AsyncGenerator<Buffer[], void> {
  if (directory.stats.size <= LARGE_BYTES) {
    yield await files.readdir(directory.here, { encoding: 'buffer' });
    return;
  }
  let names: Buffer[] = [];
  const entries = await files.opendir(directory.here, {
    // One character a byte: the only form of names that `opendir` has and that loses nothing.
    encoding: 'latin1',
    bufferSize: PORTION
  });
  for await (const entry of entries) {
    names.push(Buffer.from(entry.name, 'latin1'));
    if (names.length === PORTION) {
      yield names;
      names = [];
    }
  }
  yield names;
}
