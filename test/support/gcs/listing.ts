import type { Bucket } from './bucket';
import type { Cursor } from './cursor';
import { Failure, invalid } from './failure';
import {
  below,
  checkFields,
  parseFields,
  selectPart,
  type Mask
} from './fields';
import { globPattern } from './glob';
import { compareNames } from './names';
import { objectFields, type IStoredObject } from './object';

const MOST_RESULTS = 1000;

/**
 * One page of a listing.
 */
export interface IPage {
  readonly items: readonly IStoredObject[];
  readonly prefixes: readonly string[];
  /** The last entry of the page when more follow: the next page goes on after it. */
  readonly last: ILastEntry | undefined;
}

interface ILastEntry {
  readonly kind: 'object' | 'prefix';
  readonly name: string;
  readonly generation: string;
}

interface IListQuery {
  readonly prefix: string;
  readonly delimiter: string;
  readonly startOffset: string;
  readonly endOffset: string | null;
  readonly includeTrailingDelimiter: boolean;
  readonly glob: RegExp | null;
  readonly maxResults: number;
  readonly after: ILastEntry | undefined;
  readonly kind: 'live' | 'versions' | 'soft-deleted';
}

/**
 * Answer `objects.list`.
 *
 * @throws Failure 400 for parameters that cannot be read, a page token among them.
 */
export function listObjects(
  bucket: Bucket,
  parameters: URLSearchParams,
  origin: string
): Record<string, unknown> {
  const mask = parseFields(parameters.get('fields'));
  const itemMask = below(mask, 'items');
  checkFields(mask, PAGE_FIELDS);
  checkFields(itemMask ?? null, ITEM_FIELDS);
  const page = readPage(bucket, readQuery(parameters));
  const answer: Record<string, unknown> = { kind: 'storage#objects' };
  if (page.last !== undefined) {
    answer['nextPageToken'] = encodeToken(page.last);
  }
  if (page.prefixes.length > 0) {
    answer['prefixes'] = page.prefixes;
  }
  if (page.items.length > 0 && itemMask !== undefined) {
    const resource = resourceOf(itemMask, parameters.get('projection'));
    answer['items'] = page.items.map(object => resource(object, origin));
  }
  return Object.fromEntries(
    Object.entries(answer).filter(([name]) => below(mask, name) !== undefined)
  );
}

const PAGE_FIELDS = new Set(['kind', 'nextPageToken', 'prefixes', 'items']);
const ITEM_FIELDS = new Set(Object.keys(objectFields));

/**
 * A function that makes object resources with just the selected fields: the others are not even computed.
 */
export function resourceOf(
  mask: Mask,
  projection: string | null
): (object: IStoredObject, origin: string) => Record<string, unknown> {
  const selected = Object.entries(objectFields).flatMap(([name, field]) => {
    const part = below(mask, name);
    const isLeftOut =
      projection !== 'full' && (name === 'acl' || name === 'owner');
    return part === undefined || isLeftOut ? [] : [{ name, field, part }];
  });
  return (object, origin) => {
    const resource: Record<string, unknown> = {};
    for (const { name, field, part } of selected) {
      const value = field(object, origin);
      if (value !== undefined) {
        resource[name] = selectPart(value, part);
      }
    }
    return resource;
  };
}

/**
 * Collect one page: objects and prefixes together make up `maxResults`, and a prefix stands on one page alone.
 */
function readPage(bucket: Bucket, query: IListQuery): IPage {
  const walk = bucket.cursor(query.kind);
  goToStart(walk, query);
  const items: IStoredObject[] = [];
  const prefixes: string[] = [];
  let last: ILastEntry | undefined;
  let listedFolder = query.after?.name;
  while (walk.name !== undefined && isInRange(walk.name, query)) {
    const { name } = walk;
    const folder = folderOf(name, query);
    const isListed = folder !== undefined && folder === listedFolder;
    const isItem =
      folder === undefined ||
      (isListed && query.includeTrailingDelimiter && name === folder);
    if (query.glob?.test(name) === false) {
      walk.advance();
      continue;
    }
    if (isListed && !isItem) {
      skipFolder(walk, folder);
      continue;
    }
    if (items.length + prefixes.length >= query.maxResults) {
      return { items, prefixes, last };
    }
    if (isItem) {
      const object = walk.object();
      items.push(object);
      last = { kind: 'object', name, generation: object.generation };
      walk.advance();
    } else {
      prefixes.push(folder);
      last = { kind: 'prefix', name: folder, generation: '' };
      listedFolder = folder;
    }
  }
  return { items, prefixes, last: undefined };
}

function goToStart(walk: Cursor, query: IListQuery): void {
  const { after, prefix, startOffset } = query;
  const start = compareNames(prefix, startOffset) > 0 ? prefix : startOffset;
  if (after === undefined || compareNames(after.name, start) < 0) {
    walk.seek(name => compareNames(name, start) >= 0);
    return;
  }
  // A listed folder is stepped over by the caller, for its own marker object may still have to be listed.
  walk.seek(name => compareNames(name, after.name) >= 0);
  while (
    after.kind === 'object' &&
    walk.name === after.name &&
    BigInt(walk.object().generation) <= BigInt(after.generation)
  ) {
    walk.advance();
  }
}

function isInRange(name: string, query: IListQuery): boolean {
  return (
    name.startsWith(query.prefix) &&
    (query.endOffset === null || compareNames(name, query.endOffset) < 0)
  );
}

function folderOf(name: string, query: IListQuery): string | undefined {
  if (query.delimiter === '') {
    return undefined;
  }
  const at = name.indexOf(query.delimiter, query.prefix.length);
  return at === -1 ? undefined : name.slice(0, at + query.delimiter.length);
}

function skipFolder(walk: Cursor, folder: string): void {
  walk.seek(name => compareNames(name, folder) > 0 && !name.startsWith(folder));
}

function readQuery(parameters: URLSearchParams): IListQuery {
  const glob = parameters.get('matchGlob');
  const delimiter = parameters.get('delimiter') ?? '';
  if (glob !== null && delimiter !== '' && delimiter !== '/') {
    throw invalid('matchGlob goes with the delimiter / alone.', 'delimiter');
  }
  const isVersions = parameters.get('versions') === 'true';
  const isSoftDeleted = parameters.get('softDeleted') === 'true';
  if (isVersions && isSoftDeleted) {
    throw invalid('softDeleted and versions exclude each other.', 'versions');
  }
  return {
    prefix: parameters.get('prefix') ?? '',
    delimiter,
    startOffset: parameters.get('startOffset') ?? '',
    endOffset: parameters.get('endOffset'),
    includeTrailingDelimiter:
      parameters.get('includeTrailingDelimiter') === 'true',
    glob: glob === null ? null : globPattern(glob),
    maxResults: readMaxResults(parameters.get('maxResults')),
    after: decodeToken(parameters.get('pageToken')),
    kind: isSoftDeleted ? 'soft-deleted' : isVersions ? 'versions' : 'live'
  };
}

function readMaxResults(text: string | null): number {
  if (text === null) {
    return MOST_RESULTS;
  }
  if (!/^\d{1,10}$/.test(text)) {
    throw invalid(
      `Invalid value '${text}'. Values must match /^[0-9]+$/.`,
      'maxResults'
    );
  }
  const asked = Number(text);
  return asked === 0 ? MOST_RESULTS : Math.min(asked, MOST_RESULTS);
}

function encodeToken({ kind, name, generation }: ILastEntry): string {
  return Buffer.from(`${kind}\n${generation}\n${name}`).toString('base64url');
}

/**
 * @throws Failure 400 for a token that this service did not make.
 */
function decodeToken(token: string | null): ILastEntry | undefined {
  if (token === null || token === '') {
    return undefined;
  }
  const [, kind, generation = '', name = ''] =
    /^(object|prefix)\n(\d*)\n(.*)$/su.exec(
      Buffer.from(token, 'base64url').toString()
    ) ?? [];
  if (kind !== 'object' && kind !== 'prefix') {
    throw new Failure(400, 'invalid', 'Invalid argument.');
  }
  return { kind, name, generation };
}
