import type { ObjectQuery } from '../../../../contract';

/** The drive's name: `gs:bucket/path` is how JupyterLab writes a path in it. */
export const DRIVE = 'gs';

/** What JupyterLab would rewrite in a path, and what hides or reorders text in a tab's title. */
const ODD = /[%\\\p{C}\u2028\u2029]/gu;

/**
 * The path of an object in the drive. JupyterLab joins and rewrites paths, so what it would change stands there
 * percent-encoded; an ordinary name stands as it is. So is the slash that a name ends in: what ends in one itself is a
 * folder of the drive.
 */
export function drivePath({ bucket, name }: ObjectQuery): string {
  return `${DRIVE}:${bucket}/${encodeName(name)}`;
}

/**
 * The bucket and the object of a path without the drive's name.
 */
export function readDrivePath(localPath: string): {
  readonly bucket: string;
  readonly name: string;
} {
  const path = localPath.replace(/^\//, '');
  const slash = path.indexOf('/');
  return slash === -1
    ? { bucket: path, name: '' }
    : { bucket: path.slice(0, slash), name: decode(path.slice(slash + 1)) };
}

/** A slash before or behind an empty part is encoded: `a//b` is `a/%2Fb`, `a/` is `a%2F`. */
function encodeName(name: string): string {
  const parts = name.split('/').map(part => {
    const plain = part.replace(ODD, encodeURIComponent);
    return plain === '.' || plain === '..'
      ? plain.replaceAll('.', '%2E')
      : plain;
  });
  let path = '';
  parts.forEach((part, at) => {
    const isLast = at === parts.length - 1;
    const isBeforeEnd = at === parts.length - 2 && parts.at(-1) === '';
    const slash = part === '' || isBeforeEnd ? '%2F' : '/';
    path += part + (isLast ? '' : slash);
  });
  return path;
}

/** What somebody else wrote may be no encoding at all. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
