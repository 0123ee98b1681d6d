import { withoutClosingSlashes } from './closing-slashes';
import { readUrl } from './read-url';

/**
 * Where a store's bytes are, as far as its address says.
 */
export interface IStoreAddress {
  readonly scheme: 'https' | 'http' | 'gs' | 's3';
  /** Host name, or bucket. */
  readonly host: string;
  /** What follows host or bucket, without the slash between them and without closing slashes. */
  readonly path: string;
  /** The address as it is handed to a library: closing slashes removed. */
  readonly url: string;
}

/** A bucket as the storage services allow it, including the old names with capitals and underscores. */
const BUCKET = /^[A-Za-z0-9][A-Za-z0-9._-]{1,220}[A-Za-z0-9]$/;

/**
 * Read a store's address. Null: of a kind that nothing here opens, or not an address at all.
 *
 * `gs://` and `s3://` are split by hand: `new URL()` would rewrite `..` in an object's name and cut it at `?`.
 * `::` chains file systems in fsspec, by which an address could name a file of the reader's own.
 */
export function readStoreAddress(address: string): IStoreAddress | null {
  const url = withoutClosingSlashes(address.trim());
  if (url.length > 2048 || /[\p{C}\s]|::/u.test(url)) {
    return null;
  }
  const [, scheme, host, path = ''] =
    /^(gs|s3):\/\/([^/]+)(?:\/(.*))?$/s.exec(url) ?? [];
  if (scheme === 'gs' || scheme === 's3') {
    return host !== undefined && BUCKET.test(host)
      ? { scheme, host, path, url }
      : null;
  }
  const parsed = /^https?:\/\/[^/\\]/i.test(url) ? readUrl(url) : null;
  if (parsed === null || parsed.username !== '' || parsed.password !== '') {
    return null;
  }
  return {
    scheme: parsed.protocol === 'http:' ? 'http' : 'https',
    host: parsed.host,
    path: withoutClosingSlashes(parsed.pathname.slice(1)),
    url
  };
}
