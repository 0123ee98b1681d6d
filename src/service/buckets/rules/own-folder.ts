import type { Config } from '../../config';
import { nameProblem } from '../names/object-name';
import { parseReference } from '../names/reference';

type ConfiguredBucket = Config['buckets'][number];
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The user's folder in a bucket and where it is known from; a null prefix comes with the reason.
 */
export interface IOwnPrefix {
  readonly prefix: string | null;
  readonly source: string;
}

/**
 * Find the user's own folder in a configured bucket.
 *
 * The bucket's own variable decides, else `$JUPYTERHUB_USER`. Where the two contradict each other, nothing is
 * the user's own: a folder wrongly taken for one's own is somebody else's data.
 */
export function findOwnPrefix(
  bucket: ConfiguredBucket,
  env: Environment
): IOwnPrefix {
  if (bucket.access === 'read-only') {
    return { prefix: null, source: 'This bucket is read-only.' };
  }
  const user = (env['JUPYTERHUB_USER'] ?? '').trim();
  const variable = bucket.ownFolderVariable;
  const value = variable === null ? '' : (env[variable] ?? '').trim();
  if (variable !== null && value !== '') {
    return fromVariable(bucket.name, `$${variable}`, value, user);
  }
  return fromUser(user, variable);
}

function fromVariable(
  bucket: string,
  variable: string,
  value: string,
  user: string
): IOwnPrefix {
  const place = read(value);
  if (place === null) {
    return unknown(`${variable} is not a folder such as gs://${bucket}/name.`);
  }
  if (place.bucket !== bucket) {
    return unknown(`${variable} names another bucket, gs://${place.bucket}.`);
  }
  const parts = place.name.replace(/\/$/, '').split('/');
  if (!parts.every(isPlainPart)) {
    return unknown(`${variable} does not name a folder in gs://${bucket}.`);
  }
  const last = parts.at(-1);
  if (user !== '' && last !== user && last !== escapeUser(user)) {
    return unknown(
      `${variable} names a folder that does not belong to $JUPYTERHUB_USER.`
    );
  }
  return { prefix: `${parts.join('/')}/`, source: variable };
}

function fromUser(user: string, variable: string | null): IOwnPrefix {
  if (user === '') {
    return unknown(
      variable === null
        ? '$JUPYTERHUB_USER is not set.'
        : `Neither $${variable} nor $JUPYTERHUB_USER is set.`
    );
  }
  return isPlainPart(user)
    ? { prefix: `${user}/`, source: '$JUPYTERHUB_USER' }
    : unknown('$JUPYTERHUB_USER cannot be the name of a folder.');
}

function unknown(source: string): IOwnPrefix {
  return { prefix: null, source };
}

function read(value: string): ReturnType<typeof parseReference> | null {
  if (!value.startsWith('gs://')) {
    return null;
  }
  try {
    return parseReference(value);
  } catch {
    // Only that it cannot be read matters; the caller has the sentence.
    return null;
  }
}

function isPlainPart(part: string): boolean {
  return (
    part !== '' &&
    part !== '.' &&
    part !== '..' &&
    !part.includes('/') &&
    !/[\u0000-\u001f\u007f]/.test(part) &&
    nameProblem(part) === null
  );
}

/** As Kubernetes hubs write user names in names of folders: `a-b` becomes `a-2db`. */
function escapeUser(user: string): string {
  return [...Buffer.from(user, 'utf8')]
    .map(byte => {
      const letter = String.fromCharCode(byte);
      return /[a-z0-9]/.test(letter)
        ? letter
        : `-${byte.toString(16).padStart(2, '0')}`;
    })
    .join('');
}
