import { nameProblem } from '../names/object-name';

/**
 * A folder that a user may write in.
 */
export interface IOwnFolder {
  readonly bucket: string;
  /** With its closing slash. */
  readonly prefix: string;
}

/** How a folder stands to the user's own one. */
export type Standing = 'own' | 'contains-own' | 'other';

/**
 * Whether an object may be written or deleted, or a folder be given to somebody who does: only inside the own folder.
 *
 * Decided on whole parts of the name, letter for letter, so `anna/` is not `ann/`, `ANN/` is not `ann/`,
 * `ann%2fx` is one part, and NFC is not NFD. A name that no object can have, or with a part `.` or `..` that
 * another tool might take for a way out, is refused even where it begins rightly.
 */
export function mayWrite(
  own: IOwnFolder | null,
  bucket: string,
  name: string
): boolean {
  if (own?.bucket !== bucket || nameProblem(name) !== null) {
    return false;
  }
  const parts = name.split('/');
  return (
    !parts.some(part => part === '.' || part === '..') && isInside(parts, own)
  );
}

/**
 * How a listed folder stands to the user's own one in that bucket; null: there is none.
 */
export function standing(own: IOwnFolder | null, prefix: string): Standing {
  if (own === null) {
    return 'other';
  }
  if (isInside(prefix.split('/'), own)) {
    return 'own';
  }
  const above = folderParts(prefix);
  const parts = folderParts(own.prefix);
  return above.every((part, at) => part === parts[at])
    ? 'contains-own'
    : 'other';
}

function isInside(parts: readonly string[], folder: IOwnFolder): boolean {
  const own = folderParts(folder.prefix);
  return (
    own.length > 0 &&
    own.every(part => part !== '') &&
    parts.length > own.length &&
    own.every((part, at) => part === parts[at])
  );
}

/** The parts of a folder without what follows its closing slash: none for the bucket itself. */
function folderParts(prefix: string): readonly string[] {
  return prefix.split('/').slice(0, -1);
}
