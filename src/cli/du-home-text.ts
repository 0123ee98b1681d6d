import { ENGLISH, reasonAdvice, reasonWords } from '../contract/system-words';
import type { WalkReport } from '../service/home/scan/report';
import type { IDirectory } from './du-home-tree';
import { humanBytes } from './human-bytes';
import { printable } from './terminal';

/** Problems named on the terminal; `--json` names a hundred. */
const MOST_NAMED = 10;

type Size = Pick<IDirectory, 'usedBytes' | 'apparentBytes'>;

interface ITextOptions {
  readonly apparent?: boolean;
  readonly top?: number;
}

/**
 * One line of `du -h`.
 */
export function lineOf(
  { usedBytes, apparentBytes }: Size,
  path: string,
  apparent = false
): string {
  return `${humanBytes(apparent ? apparentBytes : usedBytes)}\t${printable(path)}\n`;
}

/**
 * As `du -h --max-depth=1 | sort -h` writes it: the largest last.
 */
export function directoryLines(
  root: IDirectory,
  path: string,
  { apparent = false, top }: ITextOptions
): string {
  const bytes = (size: Size): number =>
    apparent ? size.apparentBytes : size.usedBytes;
  const below = [...descendants(root, withoutSlash(path))]
    .sort(([, one], [, other]) => bytes(other) - bytes(one))
    .slice(0, top)
    .reverse();
  return [...below, [path, root] as const]
    .map(([where, directory]) => lineOf(directory, where, apparent))
    .join('');
}

/** What the numbers leave out, for standard error; empty when they are whole. */
export function problemLines({
  unreadable,
  unreadableCount,
  excludedMounts
}: WalkReport): string {
  const lines = unreadable
    .slice(0, MOST_NAMED)
    .map(
      ({ path, reason, owner }) =>
        `cannot read ${where(path)}: ${reasonWords(reason, ENGLISH)}${owner ? `, it belongs to ${printable(owner.name)}` : ''} (${printable(reason)})`
    );
  if (unreadableCount > lines.length) {
    lines.push(`${unreadableCount - lines.length} more could not be read`);
  }
  if (unreadableCount > 0) {
    const reasons = unreadable.map(({ reason }) => reason);
    lines.push(
      ...reasonAdvice(reasons, ENGLISH),
      'the numbers mean at least this much'
    );
  }
  for (const path of excludedMounts) {
    lines.push(`not counted, mounted from elsewhere: ${where(path)}`);
  }
  return lines.map(line => `leap: ${line}\n`).join('');
}

/** Drawn over itself while the walk goes on. */
export function progressLine(usedBytes: number, files: number): string {
  return `${humanBytes(usedBytes)} in ${files.toLocaleString('en')} files so far`;
}

/** What Ctrl-C leaves of a walk, as a sentence. */
export function stoppedLine(usedBytes: number, files: number): string {
  return files === 0
    ? 'Stopped before any file was counted.'
    : `Stopped. At least ${humanBytes(usedBytes)} in ${files.toLocaleString('en')} files.`;
}

/** Each with its path, what is in it behind it; not by calling itself, as there may be thousands of levels. */
function* descendants(
  root: IDirectory,
  path: string
): Generator<readonly [string, IDirectory]> {
  const left = [[path, root] as const];
  for (let next = left.pop(); next; next = left.pop()) {
    const [above, directory] = next;
    if (directory !== root) {
      yield next;
    }
    // The last that is put there is the first that is taken.
    for (const child of (directory.children ?? []).toReversed()) {
      left.push([`${above}/${child.name}`, child]);
    }
  }
}

function where(path: string): string {
  return path === '' ? 'the directory itself' : printable(path);
}

function withoutSlash(path: string): string {
  return path.replace(/\/+$/, '');
}
