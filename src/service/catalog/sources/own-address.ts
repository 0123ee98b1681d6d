import { realpath } from 'node:fs/promises';
import { isAbsolute, normalize, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { LeapError } from '../../../contract';
import { systemCode } from '../../system-error';
import { readUrl } from '../../web/read-url';
import { rawAddress } from '../forms/feedstock';

/**
 * The address of a catalog that a user typed: a web address, or a file of the home as `~/…` or by its whole path.
 *
 * @returns A URL, `https:`, `http:` or `file:`.
 * @throws LeapError `bad-request` for anything else, `forbidden` for a file outside the home.
 */
export function readOwnAddress(typed: string, homeDirectory: string): string {
  const text = typed.trim();
  if (/^https?:\/\//i.test(text)) {
    return webAddress(text);
  }
  const path = pathOf(text, homeDirectory);
  if (path === null) {
    throw new LeapError(
      'bad-request',
      'A catalog is named by a web address, https://…, or by a file of your home, ~/….'
    );
  }
  if (!isInside(path, normalize(homeDirectory))) {
    throw outside();
  }
  return pathToFileURL(path).href;
}

/**
 * A file's URL as people write it, `~/catalogs/mine.yaml`; another address as it is.
 */
export function shownAddress(url: string, homeDirectory: string): string {
  if (!url.startsWith('file:')) {
    return url;
  }
  return `~/${relative(normalize(homeDirectory), fileURLToPath(url))}`;
}

/**
 * Where a file of the home really is, all links followed.
 *
 * @throws LeapError `forbidden` when that is outside the home, `not-found` when there is none.
 */
export async function realHomeFile(
  path: string,
  homeDirectory: string
): Promise<string> {
  try {
    const real = await realpath(path);
    if (isInside(real, await realpath(homeDirectory))) {
      return real;
    }
  } catch (reason) {
    if (systemCode(reason) === 'ENOENT' || systemCode(reason) === 'ENOTDIR') {
      throw new LeapError(
        'not-found',
        `There is no file ${shownAddress(pathToFileURL(path).href, homeDirectory)}.`,
        { cause: reason }
      );
    }
    throw reason;
  }
  throw outside();
}

function webAddress(text: string): string {
  if (readUrl(text) === null) {
    throw new LeapError('bad-request', 'This is no web address.');
  }
  const url = new URL(rawAddress(text));
  if (url.username !== '' || url.password !== '') {
    throw new LeapError(
      'forbidden',
      'Addresses with a user name are not read.'
    );
  }
  url.hash = '';
  return url.href;
}

function pathOf(text: string, homeDirectory: string): string | null {
  if (text.includes('\0')) {
    return null;
  }
  if (/^~\//.test(text)) {
    return resolve(homeDirectory, text.slice(2));
  }
  if (/^file:\/\/\//i.test(text)) {
    try {
      return normalize(fileURLToPath(text));
    } catch {
      // An escaped slash, or a host: no file of this machine.
      return null;
    }
  }
  return isAbsolute(text) ? normalize(text) : null;
}

/** Compared part by part: `/home/ann-secret` is not in `/home/ann`. */
function isInside(path: string, directory: string): boolean {
  const below = relative(directory, path);
  return below !== '' && below !== '..' && !below.startsWith(`..${sep}`);
}

function outside(): LeapError {
  return new LeapError(
    'forbidden',
    'Only files of your home are read: this one lies elsewhere.'
  );
}
