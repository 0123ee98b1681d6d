import { shellWord } from '../../../shell-word';
import { gsPath, type IFolder } from '../folder/folder';

/**
 * The https address of an object or a folder: a browser that is signed in to Google opens it, and so does everybody
 * where the bucket is public.
 *
 * @param payer - The project that pays for it; null: none is asked to.
 */
export function webAddress(
  { bucket, prefix }: IFolder,
  name: string,
  payer: string | null
): string {
  const whole = prefix + name;
  const host = 'https://storage.googleapis.com';
  const parts = whole.split('/');
  // Browsers rewrite these parts of a path; in the JSON API the name is one part, whatever it holds.
  const isOdd = parts.some(
    (part, at) =>
      part === '.' || part === '..' || (part === '' && at < parts.length - 1)
  );
  const project = payer === null ? '' : `userProject=${payer}`;
  return isOdd
    ? `${host}/storage/v1/b/${bucket}/o/${encodeURIComponent(whole)}?alt=media${project === '' ? '' : `&${project}`}`
    : `${host}/${bucket}/${parts.map(encodeURIComponent).join('/')}${project === '' ? '' : `?${project}`}`;
}

/**
 * The command that copies objects and folders to the folder that a terminal is in, or to `target`.
 *
 * @param payer - The project that pays for it; null: none is asked to.
 */
export function copyCommand(
  folder: IFolder,
  names: readonly string[],
  payer: string | null,
  target = '.'
): string {
  const paths = names.map(name =>
    shellWord(withoutWildcards(gsPath(folder, name)))
  );
  const isRecursive = names.some(isFolderToGcloud);
  const paid = payer === null ? '' : ` --billing-project=${shellWord(payer)}`;
  return `gcloud storage cp${isRecursive ? ' -r' : ''}${paid} ${paths.join(' ')} ${shellWord(target)}`;
}

/**
 * Whether gcloud takes an entry of this name for a folder: the empty name is that of the folder it stands in.
 */
export function isFolderToGcloud(name: string): boolean {
  return name === '' || name.endsWith('/');
}

/** gcloud reads `*`, `?` and `[` in a path as wildcards even when the shell does not; in brackets each is itself. */
function withoutWildcards(path: string): string {
  return path.replace(/\/$/, '').replace(/[*?[]/g, '[$&]');
}
