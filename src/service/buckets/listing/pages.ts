import { LeapError, type ListingPage, type Query } from '../../../contract';
import { standingOf } from '../rules/configured';
import type { IBucketsService } from '../buckets-service';
import { nameProblem } from '../names/object-name';
import { checkFolder } from '../names/reference';
import { ruleOfFolder } from '../rules/rule';
import { toColumns } from './columns';
import { readCursor, writeCursor } from './cursor';
import { listFolder, START } from './listing';

/**
 * The pages of a folder, or of those names in it that begin with `match`.
 *
 * What the bucket deletes is asked for beside the first page, so that the first rows take one round trip.
 */
export async function* pagesOf(
  { store, rules, find }: IBucketsService,
  query: Query<'buckets/listing'>,
  signal: AbortSignal
): AsyncGenerator<ListingPage, void, undefined> {
  const { bucket: name, prefix, cursor, pages = 1, match = '', payer } = query;
  checkFolder(name, prefix);
  checkMatch(prefix, match);
  const bucket = find(name);
  const from = typeof cursor === 'string' ? readCursor(cursor) : START;
  const opened = await store();
  const known = rules.of(bucket);
  const place = { bucket: name, prefix: prefix + match, payer };
  const listed = listFolder(opened, place, from, 'view', signal);
  let sent = 0;
  for await (const { prefixes, objects, position } of listed) {
    const rule = await known;
    yield {
      prefixes: prefixes.map(folder => folder.slice(prefix.length)),
      objects: toColumns(objects, prefix, rule),
      standing: standingOf(bucket, prefix),
      rule: { ...ruleOfFolder(rule, prefix), source: rule.source },
      openedAs: opened.isOpenedAsAnybody(name) ? 'anybody' : 'server',
      cursor: position === null ? null : writeCursor(position)
    };
    sent += 1;
    if (sent === pages) {
      return;
    }
  }
}

/** A slash would list another folder. */
function checkMatch(prefix: string, match: string): void {
  const problem = match.includes('/')
    ? 'The beginning of a name holds a slash.'
    : nameProblem(prefix + match);
  if (problem !== null) {
    throw new LeapError('bad-request', problem);
  }
}
