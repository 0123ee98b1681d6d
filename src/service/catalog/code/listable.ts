import { GS, S3, type IPythonAccess } from './python-access';
import { pythonString } from '../../../contract';
import { readStoreAddress, type IStoreAddress } from '../../web/store-address';

/**
 * The same store at an address where its objects can be listed.
 */
export interface IListable {
  readonly address: IStoreAddress;
  readonly access: IPythonAccess;
  /** The bucket's own web address, where it lists what it has to anybody who speaks S3; null: it speaks otherwise. */
  readonly bucketUrl: string | null;
}

/** The Open Storage Network's pods, where much of the hub's data lies, speak S3. */
const OPEN_STORAGE = /^[a-z0-9-]+\.osn\.(mghpcc|xsede)\.org$/;

/**
 * For a web address of an object store that is known: the same bytes by the store's own protocol. Null: nobody lists
 * what is at this address.
 */
export function listable(address: IStoreAddress): IListable | null {
  const { scheme, host, path } = address;
  if ((scheme !== 'https' && scheme !== 'http') || /[?#]/.test(address.url)) {
    return null;
  }
  const names = decoded(path);
  if (names === null) {
    return null;
  }
  if (host === 'storage.googleapis.com') {
    return at(`gs://${names}`, GS, null);
  }
  const bucket = /^([a-z0-9.-]+)\.s3\.amazonaws\.com$/.exec(host)?.[1];
  if (bucket !== undefined || host === 's3.amazonaws.com') {
    return at(
      `s3://${bucket === undefined ? '' : `${bucket}/`}${names}`,
      S3,
      bucket === undefined
        ? `${scheme}://${host}/${names.split('/', 1)[0] ?? ''}`
        : `${scheme}://${host}/`
    );
  }
  if (OPEN_STORAGE.test(host)) {
    const endpoint = pythonString(`${scheme}://${host}`);
    const options = `{"anon": True, "client_kwargs": {"endpoint_url": ${endpoint}}}`;
    return at(
      `s3://${names}`,
      { ...S3, options },
      `${scheme}://${host}/${names.split('/', 1)[0] ?? ''}`
    );
  }
  return null;
}

function at(
  url: string,
  access: IPythonAccess,
  bucketUrl: string | null
): IListable | null {
  const address = readStoreAddress(url);
  return address && { address, access, bucketUrl };
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    // No UTF-8, so no name of an object store either.
    return null;
  }
}
