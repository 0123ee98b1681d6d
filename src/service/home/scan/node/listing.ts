import { isUtf8 } from 'node:buffer';
import type { Dir } from 'node:fs';
import type { Files } from '../tree/files';
import type { Name } from '../tree/names';

/** Names in one portion of a large directory. */
export const PORTION = 1024;

/** What Node puts in place of bytes that are not UTF-8; a name that holds it honestly looks the same. */
const REPLACEMENT = '\uFFFD';
const REPLACEMENT_BYTES = Buffer.from(REPLACEMENT);

/**
 * The names in a directory, in portions.
 *
 * Names that are not UTF-8 cannot be told from text once Node has replaced their bytes: where one may be, the directory is read a second
 * time for those alone.
 *
 * @param isLarge - Read piece by piece: a million names at once cost half a gigabyte.
 */
export function* readNames(
  files: Files,
  directory: string,
  isLarge: boolean
): Generator<readonly Name[], void> {
  let hasOdd = false;
  for (const names of portions(files, directory, isLarge, 'utf8')) {
    if (names.some(isOdd)) {
      hasOdd = true;
      yield names.filter(name => !isOdd(name));
    } else {
      yield names;
    }
  }
  if (hasOdd) {
    for (const names of portions(files, directory, isLarge, 'latin1')) {
      yield oddNames(names);
    }
  }
}

/** Whether a name read as UTF-8 may not be what the directory holds. */
export function isOdd(name: string): boolean {
  return name.includes(REPLACEMENT);
}

/** Of names read byte by byte (latin1), those that `isOdd` leaves out. */
export function oddNames(names: readonly string[]): Buffer[] {
  return names
    .map(name => Buffer.from(name, 'latin1'))
    .filter(bytes => !isUtf8(bytes) || bytes.includes(REPLACEMENT_BYTES));
}

function* portions(
  files: Files,
  directory: string,
  isLarge: boolean,
  encoding: 'utf8' | 'latin1'
): Generator<string[], void> {
  if (!isLarge) {
    yield files.readdirSync(directory, encoding);
    return;
  }
  const handle = files.opendirSync(directory, {
    encoding,
    bufferSize: PORTION
  });
  try {
    let names = portion(handle);
    while (names.length > 0) {
      yield names;
      names = portion(handle);
    }
  } finally {
    handle.closeSync();
  }
}

function portion(handle: Dir): string[] {
  const names: string[] = [];
  while (names.length < PORTION) {
    const entry = handle.readSync();
    if (entry === null) {
      break;
    }
    names.push(entry.name);
  }
  return names;
}
