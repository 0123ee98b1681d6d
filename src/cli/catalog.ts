import type { Command } from 'commander';
import { LeapError, type Dataset, type StoreReach } from '../contract';
import { findAccess, type IAccess } from '../service/buckets/requests/access';
import { Cache } from '../service/cache';
import { KeptChecks } from '../service/catalog/reach/kept-checks';
import { hubBuckets } from '../service/catalog/open';
import { trustedHosts } from '../service/web/trusted-hosts';
import { checkReach } from '../service/catalog/reach/reach';
import { checksText, datasetText, isOpen, type IChecked } from './catalog-text';
import { EXIT, type ICliContext } from './context';
import { openCatalog, warningOf, type ISearched } from './search';
import { CLEAR_LINE, jsonLine, printable } from './terminal';

interface IOptions {
  catalog?: string;
  again?: boolean;
  json?: boolean;
}

const CATALOG = [
  '--catalog <file|url>',
  'read this catalog, not the configured one'
] as const;
const AGAIN = [
  '--again',
  'ask also the stores that were asked not long ago'
] as const;
const JSON_OPTION = ['--json', 'print one JSON object'] as const;

/**
 * `leap catalog show` and `leap catalog check`.
 */
export function addCatalog(program: Command, context: ICliContext): void {
  const catalog = program
    .command('catalog')
    .description('Look at a data set of the catalog, or check what opens.');
  catalog
    .command('show')
    .description(
      'All about one data set, whether its stores open from here, and the code for them. Status 3: not all of them do, or part of the catalog could not be read.'
    )
    .argument('<id>', 'as `leap search --json` names it, or the title')
    .option(...CATALOG)
    .option(...AGAIN)
    .option(...JSON_OPTION)
    .action((id: string, options: IOptions) => show(context, id, options));
  catalog
    .command('check')
    .description(
      'Ask every store whether it opens from here, and what it is. Status 3: not all of them do, or part of the catalog could not be read.'
    )
    .argument('[id...]', 'only these data sets')
    .option(...CATALOG)
    .option(...AGAIN)
    .option(...JSON_OPTION)
    .action((ids: string[], options: IOptions) => check(context, ids, options));
}

async function show(
  context: ICliContext,
  id: string,
  options: IOptions
): Promise<void> {
  const searched = await openCatalog(context, options.catalog);
  const dataset = find(searched, id);
  const reach = checker(context, options);
  const stores = await reach(dataset);
  context.stdout.write(
    options.json === true
      ? jsonLine({ ...dataset, checks: stores })
      : datasetText(dataset, stores)
  );
  finish(context, searched, stores.every(isOpen));
}

async function check(
  context: ICliContext,
  ids: readonly string[],
  options: IOptions
): Promise<void> {
  const searched = await openCatalog(context, options.catalog);
  const datasets =
    ids.length > 0 ? ids.map(id => find(searched, id)) : all(searched);
  const reach = checker(context, options);
  const checked: IChecked[] = [];
  try {
    for (const [index, dataset] of datasets.entries()) {
      progress(context, index + 1, datasets.length);
      checked.push({ dataset, stores: await reach(dataset) });
    }
  } finally {
    progress(context, 0, 0);
  }
  const stores = checked.flatMap(({ dataset, stores: found }) =>
    found.map((store, index) => ({
      dataset: dataset.id,
      url: dataset.stores[index]?.url ?? '',
      ...store
    }))
  );
  const open = stores.filter(isOpen).length;
  const complete = open === stores.length;
  context.stdout.write(
    options.json === true
      ? jsonLine({ complete, total: stores.length, open, stores })
      : checksText(checked)
  );
  finish(context, searched, complete);
}

function find({ index }: ISearched, id: string): Dataset {
  const dataset =
    index.dataset(id) ??
    index
      .search(id, { limit: 1 })
      .hits.filter(({ title }) => title.toLowerCase() === id.toLowerCase())
      .map(hit => index.dataset(hit.id))[0];
  if (!dataset) {
    throw new LeapError(
      'not-found',
      `The catalog has no data set ${id}. Find its id with: leap search --json`
    );
  }
  return dataset;
}

function all({ index }: ISearched): readonly Dataset[] {
  const { hits } = index.search('', { limit: Number.MAX_SAFE_INTEGER });
  return hits.flatMap(({ id }) => index.dataset(id) ?? []);
}

/** Checks the stores of one data set after another, with one access and one memory for all. */
function checker(
  { config, env, signal }: ICliContext,
  { again = false, catalog }: IOptions
): (dataset: Dataset) => Promise<StoreReach[]> {
  const now = (): Date => new Date();
  const kept = new KeptChecks(new Cache(config.cacheDirectory), now);
  let access: Promise<IAccess> | undefined;
  return dataset =>
    checkReach(
      dataset,
      {
        access: () => (access ??= findAccess({ config, env, now })),
        // Who names a catalog trusts the place it is at.
        trustedHosts: trustedHosts([
          ...config.catalogUrls,
          ...(catalog === undefined ? [] : [catalog])
        ]),
        hubBuckets: hubBuckets(config),
        kept,
        again,
        now
      },
      signal
    );
}

function progress(
  { isTerminal, stderr }: ICliContext,
  done: number,
  total: number
): void {
  if (isTerminal) {
    stderr.write(total === 0 ? CLEAR_LINE : `\r${done} of ${total} data sets`);
  }
}

function finish(
  context: ICliContext,
  { quality }: ISearched,
  isAllOpen: boolean
): void {
  const warning = warningOf(quality);
  if (warning !== null) {
    context.stderr.write(`leap: ${printable(warning)}\n`);
  }
  const isWhole = quality.state !== 'sample' && quality.skippedCount === 0;
  context.end(isWhole && isAllOpen ? EXIT.done : EXIT.partial);
}
