import type { ImageReference } from '../../contract';
import { packagesUrlOf } from './packages-url';

/** Where the lists lie in a repository on GitHub: its owner and its name. */
const REPOSITORY =
  /^https:\/\/raw\.githubusercontent\.com\/([\w.-]+)\/([\w.-]+)\/\{tag\}\//;

/**
 * The recipes' own comparison of two tags, where the package lists lie beside the recipes on GitHub; null otherwise,
 * and where both are the same.
 *
 * @param template - The configured address of the package lists.
 */
export function recipesUrlOf(
  before: ImageReference | null,
  after: ImageReference | null,
  template: string | null
): string | null {
  const [, owner, name] = REPOSITORY.exec(template ?? '') ?? [];
  const hasLists = [before, after].every(
    each => packagesUrlOf(each, template) !== null
  );
  const [from, to] = [before?.tag, after?.tag];
  if (!hasLists || !owner || !name || !from || !to || from === to) {
    return null;
  }
  const range = `${encodeURIComponent(from)}..${encodeURIComponent(to)}`;
  return `https://github.com/${owner}/${name}/compare/${range}`;
}
