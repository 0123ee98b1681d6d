import type { IStoreAddress } from '../../web/store-address';

/**
 * How each library is told to go with or without credentials: Python, as it stands in the code.
 */
export interface IPythonAccess {
  /** For `storage_options`; null: it needs not be told. */
  readonly options: string | null;
  /** The same for a file of references. */
  readonly references: string | null;
  /** Further keywords of `fsspec.open`. */
  readonly keywords: string;
  /** Further keywords of Icechunk's storage. */
  readonly icechunk: string;
  /** Names can be asked for; a web server has none to give. */
  readonly isListable: boolean;
}

const WEB: IPythonAccess = {
  options: null,
  references: null,
  keywords: '',
  icechunk: '',
  isListable: false
};

const HUB: IPythonAccess = {
  options: null,
  references: '{"remote_protocol": "gs"}',
  keywords: '',
  icechunk: ', from_env=True',
  isListable: true
};

/** Google Cloud Storage without credentials. */
export const GS: IPythonAccess = {
  options: '{"token": "anon"}',
  references:
    '{"remote_protocol": "gs", "remote_options": {"token": "anon"}, "target_options": {"token": "anon"}}',
  keywords: ', token="anon"',
  icechunk: ', anonymous=True',
  isListable: true
};

/** Amazon's S3 without credentials. */
export const S3: IPythonAccess = {
  options: '{"anon": True}',
  references:
    '{"remote_protocol": "s3", "remote_options": {"anon": True}, "target_options": {"anon": True}}',
  keywords: ', anon=True',
  icechunk: ', anonymous=True',
  isListable: true
};

/**
 * How an address is opened.
 *
 * @param hubBuckets - Buckets that this hub's credentials open.
 */
export function accessOf(
  { scheme, host }: IStoreAddress,
  hubBuckets: ReadonlySet<string>
): IPythonAccess {
  switch (scheme) {
    case 'gs':
      return hubBuckets.has(host) ? HUB : GS;
    case 's3':
      return S3;
    case 'http':
    case 'https':
      return WEB;
  }
}
