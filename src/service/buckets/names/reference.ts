import { LeapError } from '../../../contract';
import { isBucketName } from './bucket-name';
import { nameProblem } from './object-name';

/**
 * What a reference names, letter for letter.
 */
export interface IReference {
  readonly bucket: string;
  /** An object, or a folder when it is empty or ends in a slash. */
  readonly name: string;
}

/**
 * Read `gs://bucket/path`, an https address of Google Storage or a link of its console.
 *
 * `new URL()` would rewrite `gs://b/../x` and split `gs://b/a?b#c`; a name is taken here as it stands.
 * Only https addresses are percent-decoded, once, because only there it is an encoding.
 *
 * @throws LeapError `bad-request` with a sentence that says what to write instead.
 */
export function parseReference(text: string): IReference {
  const given = unwrap(text);
  const storage = /^(gs|gcs):\/\/([^/]*)(?:\/(.*))?$/isu.exec(given);
  if (storage) {
    const [, , bucket = '', name] = storage;
    // Behind a path a blank is part of a name; behind a bucket it only came along.
    return checkReference(
      name === undefined ? bucket.trim() : bucket,
      name ?? ''
    );
  }
  // No address has a blank, but text that is copied does.
  const web = /^https?:\/\/([^/?#]*)([^?#]*)/isu.exec(given.trim());
  if (web) {
    return fromWeb((web[1] ?? '').toLowerCase(), web[2] ?? '');
  }
  throw new LeapError(
    'bad-request',
    /^gc?s:/i.test(given)
      ? 'Write gs:// with two slashes, then the bucket and the path: gs://bucket/path.'
      : 'Write the place as gs://bucket/path, or paste a link of Google Cloud Storage.'
  );
}

/** Line breaks and quotes come along when text is copied; blanks inside quotes are part of the name. */
function unwrap(text: string): string {
  const line = text.replace(/^[\s\uFEFF]+|[ \t]*[\r\n][\s]*$/g, '');
  const quoted = /^(["'`])(.*)\1\s*$/su.exec(line);
  return quoted?.[2] ?? line;
}

function fromWeb(host: string, path: string): IReference {
  const bare = host.replace(/:443$/, '');
  const own = /^(.+)\.(?:commondata)?storage\.googleapis\.com$/.exec(bare);
  if (own) {
    return checkReference(own[1] ?? '', decode(path.slice(1)));
  }
  // Where a download of the console ends up.
  if (/^[a-z0-9-]+-apidata\.googleusercontent\.com$/.test(bare)) {
    return fromStoragePath(path);
  }
  switch (bare) {
    case 'storage.googleapis.com':
    case 'storage.cloud.google.com':
    case 'storage-download.googleapis.com':
    case 'commondatastorage.googleapis.com':
      return fromStoragePath(path);
    case 'www.googleapis.com':
      return fromStoragePath(path.replace(/^\/upload(?=\/)/, ''));
    case 'console.cloud.google.com':
    case 'console.developers.google.com':
      return fromConsolePath(path);
    default:
      throw new LeapError(
        'bad-request',
        'This address is not one of Google Cloud Storage. Write the place as gs://bucket/path.'
      );
  }
}

function fromStoragePath(path: string): IReference {
  const api = /^\/(?:download\/)?storage\/v1\/b\/([^/]+)(?:\/o\/?(.*))?$/s.exec(
    path
  );
  const plain = /^\/([^/]*)(?:\/(.*))?$/s.exec(path);
  const found = api ?? plain;
  return checkReference(decode(found?.[1] ?? ''), decode(found?.[2] ?? ''));
}

function fromConsolePath(path: string): IReference {
  const found =
    /^\/storage\/browser\/(_details\/)?([^/;]+)(?:\/(.*?))?(?:;[a-z]+=[^/]*)?$/s.exec(
      path
    );
  if (!found) {
    throw new LeapError(
      'bad-request',
      'This link of the console does not name a bucket. Write the place as gs://bucket/path.'
    );
  }
  const name = decode(found[3] ?? '');
  const isFolder = !found[1] && name !== '' && !name.endsWith('/');
  return checkReference(decode(found[2] ?? ''), isFolder ? `${name}/` : name);
}

/** Text that is not an encoding after all, such as `100%.nc`, stays as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Refuse what names no folder of any bucket. A prefix without its slash would take in `anna/` with `ann`.
 *
 * @throws LeapError `bad-request`
 */
export function checkFolder(bucket: string, prefix: string): void {
  checkReference(bucket, prefix);
  if (prefix !== '' && !prefix.endsWith('/')) {
    throw new LeapError('bad-request', 'A folder ends in a slash.');
  }
}

/**
 * Refuse what names no object of any bucket.
 *
 * @throws LeapError `bad-request`
 */
export function checkObject(bucket: string, name: string): void {
  if (
    checkReference(bucket, name).name === '' ||
    name === '.' ||
    name === '..'
  ) {
    throw new LeapError('bad-request', 'No object can have this name.');
  }
}

/**
 * Refuse a bucket that cannot be and a name that no object has.
 *
 * @throws LeapError `bad-request`
 */
export function checkReference(bucket: string, name: string): IReference {
  if (bucket === '') {
    throw new LeapError(
      'bad-request',
      'The bucket is missing. Write gs://bucket/path.'
    );
  }
  if (!isBucketName(bucket)) {
    const lower = bucket.toLowerCase();
    throw new LeapError(
      'bad-request',
      isBucketName(lower)
        ? `Bucket names are in lower case. Write gs://${lower}/.`
        : 'No bucket can have this name: it has 3 to 63 lower case letters, digits, dots, dashes or underscores.'
    );
  }
  const problem = nameProblem(name);
  if (problem !== null) {
    throw new LeapError('bad-request', problem);
  }
  return { bucket, name };
}

/**
 * The folder to show for a reference, and the object named in it: null when it names a folder.
 *
 * `.` and `..` cannot be objects, so they name folders even without a slash.
 */
export function splitReference(reference: IReference): {
  readonly prefix: string;
  readonly object: string | null;
} {
  const { name } = reference;
  const slash = name.lastIndexOf('/') + 1;
  const rest = name.slice(slash);
  if (rest === '') {
    return { prefix: name, object: null };
  }
  return name === '.' || name === '..'
    ? { prefix: `${name}/`, object: null }
    : { prefix: name.slice(0, slash), object: rest };
}
