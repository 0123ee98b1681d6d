import type { Storage } from '@google-cloud/storage';
import type { IServiceContext } from '../config';

/** The metadata server answers in milliseconds; one that does not is out of order. */
const TOKEN_TIMEOUT_MS = 15_000;

/** How long a missing credential is believed, so that not every request looks for it again. */
const ABSENT_MS = 30_000;

/**
 * Where the storage service is, and as whom it is asked.
 */
export interface IAccess {
  /** `https://storage.googleapis.com/storage/v1`, or an emulator's. */
  readonly baseUrl: string;
  /**
   * Headers that carry the credentials; null: there are none.
   *
   * @param renew - The last ones were refused: get new ones.
   * @throws When there are credentials, but they cannot be obtained now.
   */
  headers(renew: boolean): Promise<Readonly<Record<string, string>> | null>;
}

/**
 * The access that `@google-cloud/storage` finds: its endpoint and its credentials.
 *
 * An emulator never gets credentials: it is somebody's process, not Google.
 */
export async function findAccess(
  context: Pick<IServiceContext, 'config' | 'env' | 'now'>
): Promise<IAccess> {
  const endpoint =
    context.config.storageEndpoint ??
    context.env['STORAGE_EMULATOR_HOST'] ??
    null;
  // The library would use this variable without /storage/v1 and prefer it to `apiEndpoint`.
  delete process.env['STORAGE_EMULATOR_HOST'];
  const { Storage } = await import('@google-cloud/storage');
  const storage = new Storage(
    endpoint === null ? {} : { apiEndpoint: withScheme(endpoint) }
  );
  return endpoint === null
    ? new GoogleAccess(storage, context.now)
    : { baseUrl: storage.baseUrl, headers: () => Promise.resolve(null) };
}

function withScheme(endpoint: string): string {
  return /^https?:\/\//.test(endpoint) ? endpoint : `http://${endpoint}`;
}

class GoogleAccess implements IAccess {
  constructor(storage: Storage, now: () => Date) {
    this.baseUrl = storage.baseUrl;
    this._auth = storage.authClient;
    this._now = now;
  }

  readonly baseUrl: string;

  async headers(
    renew: boolean
  ): Promise<Readonly<Record<string, string>> | null> {
    if (this._now().getTime() < this._absentUntilMs) {
      return null;
    }
    try {
      const headers = await withTimeout(this._request(renew));
      return Object.fromEntries(headers.entries());
    } catch (reason) {
      if (isAbsent(reason)) {
        this._absentUntilMs = this._now().getTime() + ABSENT_MS;
        return null;
      }
      throw reason;
    }
  }

  private async _request(renew: boolean): Promise<Headers> {
    const client = await this._auth.getClient();
    if (renew) {
      // The library renews five minutes before the end alone; a token that was revoked has to look old.
      client.setCredentials({ ...client.credentials, expiry_date: 1 });
    }
    return client.getRequestHeaders(this.baseUrl);
  }

  private readonly _auth: Storage['authClient'];
  private readonly _now: () => Date;
  private _absentUntilMs = 0;
}

function isAbsent(reason: unknown): boolean {
  return (
    reason instanceof Error &&
    reason.message.includes('Could not load the default credentials')
  );
}

async function withTimeout<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error('The metadata server does not answer.'));
    }, TOKEN_TIMEOUT_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
