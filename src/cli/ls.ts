import type { Command } from 'commander';
import { LeapError, type DatasetKind } from '../contract';
import { firstDays } from '../service/buckets/expiring/earliest';
import {
  listFolder,
  START,
  type IListed
} from '../service/buckets/listing/listing';
import { openStore } from '../service/buckets/store/open-store';
import { findPlace } from '../service/buckets/place';
import { recogniseFolders } from '../service/buckets/listing/recognition';
import { deletionDay } from '../service/buckets/rules/rule';
import type { GcsStore } from '../service/buckets/store/store';
import { billingProject } from './billing-project';
import { ruleOf } from './bucket-rule';
import { EXIT, type ICliContext } from './context';
import { listingText, type IEntry } from './ls-text';
import { jsonLine, printable } from './terminal';

interface IOptions {
  all?: boolean;
  billingProject?: string;
  json?: boolean;
}

interface IListing {
  readonly url: string;
  readonly entries: readonly IEntry[];
  /** Null: everything is listed. */
  readonly problem: string | null;
}

interface IFolder {
  readonly bucket: string;
  readonly prefix: string;
  readonly payer: string | undefined;
}

interface ICollected {
  readonly listed: readonly IListed[];
  readonly problem: string | null;
}

/** What is listed without `--all`: one page, as much as anybody reads. */
const MORE =
  'There is more: these are the first 1,000 entries. Use --all to list everything.';

/**
 * `leap ls`.
 */
export function addLs(program: Command, context: ICliContext): void {
  program
    .command('ls')
    .description(
      'List a folder of a bucket, data sets as one line each. Status 3: the list is not complete.'
    )
    .argument('<url>', 'gs://bucket/folder/, or a link of Google Cloud Storage')
    .option('--all', 'list everything, not just the first 1,000 entries')
    .addOption(billingProject())
    .option('--json', 'print one JSON object')
    .action(async (url: string, options: IOptions) => {
      const listing = await list(context, url, options);
      const complete = listing.problem === null;
      context.stdout.write(
        options.json === true
          ? jsonLine({ ...listing, complete })
          : listingText(listing.entries)
      );
      if (listing.problem !== null) {
        context.stderr.write(`leap: ${printable(listing.problem)}\n`);
      }
      context.end(complete ? EXIT.done : EXIT.partial);
    });
}

async function list(
  context: ICliContext,
  url: string,
  { all: isAll = false, billingProject: payer }: IOptions
): Promise<IListing> {
  const { config, env, signal } = context;
  const store = await openStore({ config, env, now: () => new Date() });
  try {
    const {
      bucket,
      prefix,
      object,
      match = ''
    } = await findPlace(store, url, payer, signal);
    const place = { bucket, prefix, payer };
    const { listed, problem } =
      object === null
        ? await collect(
            store,
            { ...place, prefix: prefix + match },
            isAll,
            signal
          )
        : await findObject(store, place, object, signal);
    return {
      url: `gs://${bucket}/${prefix}${object ?? match}`,
      entries: await describe(context, store, place, listed),
      problem
    };
  } finally {
    store.dispose();
  }
}

async function findObject(
  store: GcsStore,
  { bucket, prefix, payer }: IFolder,
  object: string,
  signal: AbortSignal
): Promise<ICollected> {
  const name = prefix + object;
  const page = await store.page(
    {
      bucket,
      prefix: name,
      folded: true,
      columns: 'rows',
      maxResults: 1,
      payer: payer ?? null
    },
    'view',
    signal
  );
  if (page.objects[0]?.name !== name) {
    throw new LeapError(
      'not-found',
      `There is no ${printable(`gs://${bucket}/${name}`)}. Check the spelling, or list the folder above it.`
    );
  }
  const listed = [{ prefixes: [], objects: page.objects, position: null }];
  return { listed, problem: null };
}

/** What was listed before a failure is worth printing; a failure at once is just that. */
async function collect(
  store: GcsStore,
  place: IFolder,
  isAll: boolean,
  signal: AbortSignal
): Promise<ICollected> {
  const listed: IListed[] = [];
  try {
    // A script has no Retry: it rather waits.
    const pages = listFolder(store, place, START, 'background', signal);
    for await (const page of pages) {
      listed.push(page);
      if (!isAll && page.position !== null) {
        return { listed, problem: MORE };
      }
    }
    return { listed, problem: null };
  } catch (reason) {
    if (listed.length === 0) {
      throw reason;
    }
    return { listed, problem: LeapError.from(reason).message };
  }
}

async function describe(
  context: ICliContext,
  store: GcsStore,
  place: IFolder,
  listed: readonly IListed[]
): Promise<IEntry[]> {
  const { rule } = await ruleOf(context, store, place.bucket);
  const names = listed
    .flatMap(({ prefixes }) => prefixes)
    .map(folder => folder.slice(place.prefix.length));
  const kinds = await recogniseFolders(
    store,
    { ...place, payer: place.payer ?? null },
    names,
    context.signal
  );
  const datasets = names.filter((_, at) => (kinds[at] ?? null) !== null);
  const days = await firstDays(store, rule, place, datasets, context.signal);
  const folders = names.map((name, at) =>
    folderEntry(
      name,
      kinds[at] ?? null,
      days[datasets.indexOf(name)]?.deletedOn ?? null
    )
  );
  const objects = listed.flatMap(page =>
    page.objects.map((object): IEntry => ({
      kind: 'object',
      name: object.name.slice(place.prefix.length),
      bytes: object.bytes,
      updatedAt: object.updatedAt,
      deletedOn: deletionDay(rule, object),
      format: null
    }))
  );
  return [...folders, ...objects];
}

/** A data set is whole until the first of its objects goes. */
function folderEntry(
  name: string,
  format: DatasetKind | null,
  deletedOn: string | null
): IEntry {
  return {
    kind: format === null ? 'prefix' : 'dataset',
    name,
    bytes: null,
    updatedAt: null,
    deletedOn,
    format
  };
}
