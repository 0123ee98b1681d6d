import {
  LeapError,
  type ContentsPlace,
  type StoreVersion
} from '../../contract';
import { checkReference, parseReference } from '../buckets/names/reference';
import { readStoreAddress } from '../web/store-address';
import { GcsSource, type ObjectStore } from './gcs-source';
import type { ISource } from './source';
import { WebSource, type IWebSourceOptions } from './web-source';

/**
 * A place that may be a folder, an object, or either when only a look tells.
 */
export interface ITarget {
  /** The last part of its name, for telling what it is. */
  readonly name: string;
  /** Null: it is an object. */
  readonly folder: ISource | null;
  /** Read with the empty key; null: it is a folder. */
  readonly object: ISource | null;
  /** Of a data set that keeps several; absent: that which everybody reads. */
  readonly version?: StoreVersion | undefined;
}

/** What places are read with. */
export interface IPlaceOptions extends IWebSourceOptions {
  /** Opened when the first `gs://` place is read. */
  readonly store: () => Promise<ObjectStore>;
  /** The project of the user's that pays for a bucket; absent: none pays for any. */
  readonly payerOf?: (bucket: string) => string | null;
}

type Place = Omit<ITarget, 'version'>;

/**
 * Where to read what a place names.
 *
 * @throws LeapError `bad-request` for a name that cannot be.
 */
export async function findTarget(
  place: ContentsPlace,
  options: IPlaceOptions
): Promise<ITarget> {
  const found = await findPlace(place, options);
  return { ...found, version: place.version };
}

async function findPlace(
  place: ContentsPlace,
  options: IPlaceOptions
): Promise<Place> {
  if ('bucket' in place) {
    checkReference(place.bucket, place.name);
    const { bucket, name, isObject } = place;
    return bucketTarget(bucket, name, isObject ?? !endsAsFolder(name), options);
  }
  const { url } = place;
  if (/^gc?s:/i.test(url.trim()) || isGoogleStorage(url)) {
    const { bucket, name } = parseReference(url);
    const isFolder = endsAsFolder(name);
    const target = await bucketTarget(bucket, name, !isFolder, options);
    // An address of a data set is written with or without its slash.
    return isFolder
      ? target
      : { ...target, folder: await sourceOf(bucket, `${name}/`, options) };
  }
  return webTarget(url, options);
}

async function bucketTarget(
  bucket: string,
  name: string,
  isObject: boolean,
  options: IPlaceOptions
): Promise<Place> {
  const source = await sourceOf(bucket, name, options);
  return {
    name: lastPart(name),
    folder: isObject ? null : source,
    object: isObject ? source : null
  };
}

function endsAsFolder(name: string): boolean {
  return name === '' || name.endsWith('/');
}

async function sourceOf(
  bucket: string,
  name: string,
  { store, payerOf }: IPlaceOptions
): Promise<ISource> {
  return new GcsSource(await store(), bucket, name, payerOf?.(bucket));
}

function webTarget(url: string, options: IWebSourceOptions): Place {
  const address = readStoreAddress(url);
  if (address === null || address.scheme === 'gs') {
    throw new LeapError(
      'bad-request',
      'This address cannot be read from here. Addresses that begin with gs://, https:// or s3:// can.'
    );
  }
  const base =
    address.scheme === 's3'
      ? s3Address(address.host, address.path)
      : address.url;
  return {
    name: lastPart(address.path),
    folder: new WebSource(`${base}/`, options),
    object: new WebSource(base, options)
  };
}

/** Where S3 answers to anybody over https. A bucket with dots in its name has no certificate of its own. */
function s3Address(bucket: string, path: string): string {
  const key = path.split('/').map(encodeURIComponent).join('/');
  return bucket.includes('.')
    ? `https://s3.amazonaws.com/${bucket}/${key}`
    : `https://${bucket}.s3.amazonaws.com/${key}`;
}

function isGoogleStorage(url: string): boolean {
  return /^https:\/\/([a-z0-9._-]+\.)?storage\.(googleapis|cloud\.google)\.com\//i.test(
    url.trim()
  );
}

function lastPart(name: string): string {
  return name.replace(/\/$/, '').split('/').at(-1) ?? '';
}
