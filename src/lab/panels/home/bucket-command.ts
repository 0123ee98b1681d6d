import type { HomePath } from '../../../contract';
import { shellWord } from '../../shell-word';

/**
 * The command that copies a file or folder of the home into a folder of a bucket, ready for a terminal.
 *
 * @param bucketUrl - Ends in a slash: what is copied keeps its name below it.
 */
export function bucketCommand(path: HomePath, bucketUrl: string): string {
  return `gcloud storage cp -r ${homeWord(withoutWildcards(path))} ${shellWord(bucketUrl)}`;
}

/**
 * A path below the home as one word of a shell. The shell finds the home: its tilde stays outside the quotes.
 */
export function homeWord(path: HomePath): string {
  return `~/${shellWord(path)}`;
}

/** gcloud reads `*`, `?` and `[` in a path as wildcards even when the shell does not; in brackets each is itself. */
function withoutWildcards(path: HomePath): string {
  return path.replace(/[*?[]/g, '[$&]');
}
