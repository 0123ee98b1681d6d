import type { Storage } from '@google-cloud/storage';
import type { IServiceContext } from '../../config';

/** The metadata server answers in milliseconds, in a new pod in seconds; one that does not is out of order. */
const TOKEN_TIMEOUT_MS = 8000;

/**
 * How long a missing credential is believed at least, so that not every request looks for it again. Where looking takes
 * long, twice as long as that. Not longer: who waits for the credentials of a server that has just started presses Retry.
 */
const ABSENT_MS = 1000;

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
  if (endpoint === null) {
    const { gcpMetadata } = await import('google-auth-library');
    return new GoogleAccess(() => {
      gcpMetadata.resetIsAvailableCache();
      return new Storage();
    }, context.now);
  }
  const { baseUrl } = new Storage({ apiEndpoint: withScheme(endpoint) });
  return { baseUrl, headers: () => Promise.resolve(null) };
}

function withScheme(endpoint: string): string {
  return /^https?:\/\//.test(endpoint) ? endpoint : `http://${endpoint}`;
}

class GoogleAccess implements IAccess {
  /**
   * @param begin - A client that looks for credentials as if it were the first.
   */
  constructor(
    private readonly _begin: () => Storage,
    private readonly _now: () => Date
  ) {
    const { baseUrl, authClient } = _begin();
    this.baseUrl = baseUrl;
    this._auth = authClient;
  }

  readonly baseUrl: string;

  async headers(
    renew: boolean
  ): Promise<Readonly<Record<string, string>> | null> {
    const beganMs = this._now().getTime();
    if (beganMs < this._absentUntilMs) {
      return null;
    }
    try {
      const headers = await withTimeout(this._request(renew));
      return Object.fromEntries(headers.entries());
    } catch (reason) {
      if (isAbsent(reason)) {
        const nowMs = this._now().getTime();
        this._absentUntilMs =
          nowMs + Math.max(ABSENT_MS, 2 * (nowMs - beganMs));
        // The library never looks again, yet a pod's metadata server may come up after its first user.
        this._auth = this._begin().authClient;
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

  private _auth: Storage['authClient'];
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
