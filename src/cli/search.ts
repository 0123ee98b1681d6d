import { fileURLToPath, pathToFileURL } from 'node:url';
import { InvalidArgumentError, type Command } from 'commander';
import { LeapError, type CatalogSummary } from '../contract';
import { Cache } from '../service/cache';
import { StoreBook } from '../service/catalog/enrichment/store-book';
import { OwnSources } from '../service/catalog/sources/own-sources';
import { createLibrary, hubBuckets } from '../service/catalog/open';
import { KeptChecks } from '../service/catalog/reach/kept-checks';
import { gatherRecords } from '../service/catalog/forms/gather';
import { readRecords } from '../service/catalog/record/records';
import { CatalogIndex } from '../service/catalog/search';
import { readCatalogFile } from '../service/catalog/sources/source';
import { EXIT, type ICliContext } from './context';
import {
  notKnownText,
  readRegion,
  readYears,
  searchWithin,
  type INarrowing
} from './search-narrowed';
import { resultsText } from './search-text';
import { jsonLine, printable } from './terminal';

interface IOptions extends INarrowing {
  catalog?: string;
  limit: number;
  json?: boolean;
}

/** What is searched, and how good it is. */
export interface ISearched {
  readonly index: CatalogIndex;
  readonly quality: Pick<
    CatalogSummary,
    'state' | 'source' | 'confirmedAt' | 'problem' | 'skipped' | 'skippedCount'
  >;
}

/** The service's own limit of a query. */
const MAX_TEXT = 1000;

/**
 * `leap search`.
 */
export function addSearch(program: Command, context: ICliContext): void {
  program
    .command('search')
    .description(
      'Find data sets of the catalog. Status 3: part of the catalog could not be read, or only the bundled sample was searched.'
    )
    .argument('<text...>', 'what you look for, in your own words')
    .option(
      '--catalog <file|url>',
      'search this catalog, not the configured one'
    )
    .option(
      '--region <name>',
      'only what holds this place: data of it, of what lies in it or around it, and of the globe',
      readRegion
    )
    .option(
      '--years <from-to>',
      'only what covers these years: 1993-2019, 1993- or -2019',
      readYears
    )
    .option('--limit <number>', 'print at most so many', readLimit, 20)
    .option('--json', 'print one JSON object')
    .action(async (words: string[], options: IOptions) => {
      const { index, quality } = await openCatalog(context, options.catalog);
      const text = words.join(' ').slice(0, MAX_TEXT);
      const { results, notKnown } = searchWithin(index, text, options);
      context.stdout.write(
        options.json === true
          ? jsonLine({ ...results, notKnown, ...quality })
          : resultsText(results)
      );
      const warnings = [warningOf(quality), ...notKnownText(notKnown)];
      for (const warning of warnings.filter(each => each !== null)) {
        context.stderr.write(`leap: ${printable(warning)}\n`);
      }
      const isWhole = quality.state !== 'sample' && quality.skippedCount === 0;
      context.end(isWhole ? EXIT.done : EXIT.partial);
    });
}

/**
 * The catalog that is named, else the configured ones.
 *
 * @param catalog - A file or an address.
 */
export async function openCatalog(
  context: ICliContext,
  catalog: string | undefined
): Promise<ISearched> {
  const { config } = context;
  if (catalog === undefined) {
    return openAddresses(context, config.catalogUrls, true);
  }
  if (/^https?:/i.test(catalog)) {
    const searched = await openAddresses(context, [catalog], false);
    if (searched.quality.state === 'sample') {
      // Who names a catalog wants that one or none.
      throw new LeapError(
        'unavailable',
        searched.quality.problem ?? 'The catalog cannot be read.'
      );
    }
    return searched;
  }
  const path = /^file:/i.test(catalog) ? filePath(catalog) : catalog;
  const { text } = await gatherRecords(
    pathToFileURL(path).href,
    await readCatalogFile(path),
    more => readCatalogFile(fileURLToPath(more))
  );
  const { datasets, skipped, skippedCount } = readRecords(
    text,
    hubBuckets(config)
  );
  return {
    index: new CatalogIndex(datasets),
    quality: {
      state: 'live',
      source: path,
      confirmedAt: null,
      problem: null,
      skipped: skipped.map(each => ({ ...each, source: null })),
      skippedCount
    }
  };
}

async function openAddresses(
  { config, signal }: ICliContext,
  addresses: readonly string[],
  /** Also what the user added in JupyterLab. */
  withOwn: boolean
): Promise<ISearched> {
  const cache = new Cache(config.cacheDirectory);
  const now = (): Date => new Date();
  const library = createLibrary(config, addresses, cache, now, {
    signal,
    known: () => new StoreBook(cache, new KeptChecks(cache, now), now).known(),
    ...(withOwn ? { own: new OwnSources(cache) } : {})
  });
  const quality = await library.refresh();
  // What is searched instead of a catalog that cannot be read is not what Ctrl-C asks for.
  signal.throwIfAborted();
  const { state, source, confirmedAt, problem, skipped, skippedCount } =
    quality;
  return {
    index: await library.index(),
    quality: { state, source, confirmedAt, problem, skipped, skippedCount }
  };
}

function filePath(url: string): string {
  try {
    return fileURLToPath(url);
  } catch (reason) {
    throw new LeapError(
      'bad-request',
      'This file:// address names no file of this machine.',
      { cause: reason }
    );
  }
}

/**
 * What makes the catalog less than whole, in a sentence; null: nothing does.
 */
export function warningOf(quality: ISearched['quality']): string | null {
  const { state, problem, confirmedAt, skippedCount, skipped } = quality;
  if (state === 'sample') {
    return `${problem ?? 'The catalog cannot be read.'} Only the sample that comes with this software was searched; its data sets do not exist.`;
  }
  if (state === 'kept') {
    return `${problem ?? ''} This is the copy of ${confirmedAt ?? 'an earlier day'}.`.trim();
  }
  const [first] = skipped;
  return first
    ? `Parts of the catalog that cannot be read and are left out: ${skippedCount}. The first: record ${first.index + 1}: ${first.reason}`
    : null;
}

function readLimit(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) {
    throw new InvalidArgumentError('It must be a number from 1.');
  }
  return Number(text);
}
