import type { ClearableItem, HomeClearable } from '../contract';
import { findClearable } from '../service/home/clear/find';
import { clearRules } from '../service/home/clear/rule-set';
import { Gate } from '../service/home/scan/node/gate';
import { about, searchable } from './asked-directory';
import { EXIT, type ICliContext } from './context';
import { humanBytes } from './human-bytes';
import { CLEAR_LINE, drawLine, jsonLine, printable } from './terminal';

/** How often the progress line is drawn. */
const PROGRESS_MS = 200;

/** Folders of one kind that the text names; `--json` names them all. */
const MOST_NAMED = 5;

/**
 * `leap du --clearable [PATH]`: what may be deleted from a home without losing anything that does not come back.
 *
 * It only looks. A part that could not be searched ends with status 3.
 *
 * @throws LeapError when the directory itself cannot be read; `cancelled` on Ctrl-C.
 */
export async function duClearable(
  context: ICliContext,
  path: string,
  { json = false, top }: { readonly json?: boolean; readonly top?: number }
): Promise<void> {
  const { stdout, stderr, end } = context;
  searchable(path);
  const all = await find(context, path);
  const found = { ...all, items: all.items.slice(0, top) };
  stdout.write(json ? jsonLine({ path, ...found }) : text(path, found));
  if (!json && !all.complete) {
    stderr.write('leap: a part could not be searched, so there may be more\n');
  }
  const isWhole = all.complete && all.items.every(item => item.complete);
  end(isWhole ? EXIT.done : EXIT.partial);
}

async function find(
  { config, isTerminal, signal, stderr }: ICliContext,
  path: string
): Promise<HomeClearable> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await findClearable(path, signal, {
      gate: new Gate(config.scanOperationsPerSecond),
      rules: clearRules(config.clearRules),
      deletionAllowed: config.allowDeletion,
      onStart: soFar => {
        if (isTerminal) {
          timer = setInterval(() => {
            drawLine(stderr, progressLine(soFar()));
          }, PROGRESS_MS);
        }
      }
    });
  } catch (reason) {
    throw signal.aborted ? reason : about(path, reason);
  } finally {
    clearInterval(timer);
    if (isTerminal) {
      stderr.write(CLEAR_LINE);
    }
  }
}

/** Drawn over itself while the search goes on. */
function progressLine({ items }: HomeClearable): string {
  const bytes = items.reduce((sum, { usedBytes }) => sum + usedBytes, 0);
  return `Looking for what is safe to clear: ${humanBytes(bytes)} so far`;
}

function text(root: string, found: HomeClearable): string {
  if (found.items.length === 0 && found.preselectedBytes === 0) {
    return 'Nothing that is safe to clear was found.\n';
  }
  const items = found.items
    .toReversed()
    .map(item => itemLines(root, item))
    .join('\n');
  return `${items}\n${humanBytes(found.preselectedBytes)}\tsafe to clear: what comes back and no program uses now\n`;
}

function itemLines(root: string, item: ClearableItem): string {
  const { usedBytes, complete, title, reason, cost, inUseBy, linkedBytes } =
    item;
  const size = complete ? humanBytes(usedBytes) : `>=${humanBytes(usedBytes)}`;
  const notes = [
    reason,
    cost,
    inUseBy.length > 0 ? `In use now by: ${inUseBy.join(', ')}` : '',
    linkedBytes > 0
      ? `${humanBytes(linkedBytes)} more would not become free: those files have other names.`
      : '',
    ...paths(root, item)
  ];
  return [
    `${size}\t${title}`,
    ...notes.filter(note => note !== '').map(note => `\t${printable(note)}`)
  ].join('\n');
}

function paths(root: string, { paths, otherPaths }: ClearableItem): string[] {
  const start = root.replace(/\/+$/, '');
  const named = paths.slice(0, MOST_NAMED).map(path => `${start}/${path}`);
  const rest = paths.length - named.length + otherPaths;
  return rest > 0 ? [...named, `and ${rest} more`] : named;
}
