import * as z from 'zod/mini';
import { LeapError } from '../contract';

const count = z.int().check(z.minimum(0));
const line = z.string().check(z.regex(/^\S([^\n]*\S)?$/));
const path = z.string().check(z.regex(/^\//));
/** Straight down: no part of it is empty, `.` or `..`. */
const belowHome = z
  .string()
  .check(
    z.regex(/^(?!\.{1,2}(\/|$))[^/\0\n]+(\/(?!\.{1,2}(\/|$))[^/\0\n]+)*$/)
  );
/** No user information: it would be sent along, and shown. */
const address = z.string().check(z.regex(/^https?:\/\/[^\s/?#@]+([/?#]\S*)?$/));
const pathOrAddress = z.union([
  z.string().check(z.regex(/^\/(?![/\\])\S*$/)),
  address
]);
const email = z.string().check(z.regex(/^[^\s@<>"',;:]+@[A-Za-z0-9.-]+$/));

/**
 * The configuration: `c.Leap` in camel case.
 *
 * Every field is there: LEAP-Pangeo's values come from `jupyterlab_leap/profile.json`, what it leaves out has its default here.
 */
export type Config = z.infer<typeof Config>;
export const Config = z.object({
  /** The directory that the quota counts. */
  homeDirectory: path,
  /** Whether what is saved in it is there after a restart; null: told by where it lies. */
  homeKept: z._default(z.nullable(z.boolean()), null),
  /** Whether the history of its size may be kept in it where `cacheDirectory` is null. */
  homeHistory: z._default(z.boolean(), true),
  recommendedBytes: z.nullable(count),
  recommendedSource: line,
  limitBytes: z.nullable(count),
  limitSource: line,
  /** From this size on a data set does not belong in the home but in a bucket. */
  largeDataBytes: z._default(z.int().check(z.minimum(1)), 1_000_000_000),
  buckets: z.array(
    z.strictObject({
      name: z.string().check(z.regex(/^[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$/)),
      title: line,
      access: z.enum(['own-folder', 'read-only']),
      deleteAfterDays: z._default(z.nullable(count), null),
      /** The environment variable that holds `gs://bucket/own-folder`; null: none does. */
      ownFolderVariable: z._default(
        z.nullable(z.string().check(z.regex(/^[A-Za-z_]\w*$/))),
        null
      )
    })
  ),
  imagesOffered: z.array(line),
  /** Registries (or their beginnings, `us-docker.pkg.dev/`) that only the hub can pull from. */
  privateRegistries: z.array(line),
  /** `{tag}`, `{name}` and `{repository}` are filled in; null: no such list. */
  packagesUrl: z.nullable(address),
  /**
   * The hub's page that starts a server with a given image: `{user}`, `{server}` and `{image}` are filled in. A path
   * below the hub's address, or a whole one; null: there is none.
   */
  spawnUrl: z._default(z.nullable(pathOrAddress), null),
  /** Web addresses, and `file:///…` for catalogs that come with the image. */
  catalogUrls: z.array(
    z.union([address, z.string().check(z.regex(/^file:\/\/\/[^\s?#]+$/))])
  ),
  catalogRequestUrl: z.nullable(address),
  hubUrl: z.nullable(address),
  documentationUrl: z.nullable(address),
  /** The hub's own page about the home's quota: a path below the hub's address, or a whole one; null: none. */
  quotaPage: z._default(z.nullable(pathOrAddress), null),
  /** The hub stops a server after this long, busy or not; null: not known. */
  serverMaxSeconds: z._default(z.nullable(count), null),
  /** The hub stops a server after this long without activity; null: not known. */
  serverIdleSeconds: z._default(z.nullable(count), null),
  /** A kernel without work ends after this long; null: not known. */
  kernelIdleSeconds: z._default(z.nullable(count), null),
  /** Who gives lasting access: a name that fits after "ask". */
  supportName: z._default(line, 'the person who runs this hub'),
  /** Where they are reached; null: not known. */
  supportUrl: z._default(z.nullable(address), null),
  supportEmail: z._default(z.nullable(email), null),
  /** Google's token exchange and token information, or what stands for them. */
  tokenExchangeUrl: z._default(address, 'https://sts.googleapis.com/v1/token'),
  tokenInfoUrl: z._default(address, 'https://oauth2.googleapis.com/tokeninfo'),
  /** A GCS emulator's address; null: the real service. */
  storageEndpoint: z.nullable(address),
  /** Kept answers (catalog, last scan, history) lie here; null: a private folder below the temporary one. */
  cacheDirectory: z.nullable(path),
  /** Null: as many as pay. */
  scanConcurrency: z.nullable(count),
  /** A ceiling on file system calls a second; null: none. */
  scanOperationsPerSecond: z.nullable(count),
  /** Requests to the storage service in flight at once, for the whole server. */
  listingConcurrency: z.int().check(z.minimum(1), z.maximum(256)),
  /** Requests that one measurement of a folder may make: 1,000 objects each. */
  measuringRequests: z._default(z.int().check(z.minimum(1)), 20_000),
  /** The most bytes of one object that are handed to a browser; 0: nothing is. */
  downloadLimitBytes: z._default(count, 2_000_000_000),
  allowToken: z.boolean(),
  allowDeletion: z.boolean(),
  /** Caches of this hub that are safe to clear, beside those that every home may have. */
  clearRules: z._default(
    z.array(
      z.strictObject({
        id: z.string().check(z.regex(/^[a-z0-9-]{1,64}$/)),
        title: line,
        /** A folder below the home, `.cache/tool`. */
        path: belowHome,
        /** What it is. */
        reason: line,
        /** What it costs to lose it. */
        cost: line,
        /** False: once deleted it is gone for good, so it is offered but never marked. */
        comesBack: z._default(z.boolean(), true)
      })
    ),
    []
  )
});

/**
 * All that an operator may set in `c.Leap`: the service's configuration, and how the Jupyter server runs it.
 *
 * `scripts/contract-json.mjs` makes the JSON Schema from it that the Python side checks with.
 */
export type Settings = z.infer<typeof Settings>;
export const Settings = z.extend(z.strictObject(Config.shape), {
  /** A Node.js; null: the one on PATH, else the wheel's. */
  nodePath: z._default(z.nullable(path), null),
  /** The service ends after this long without a request. */
  idleSeconds: z._default(z.int().check(z.minimum(1)), 600)
});

/**
 * Check a configuration from outside, whose names are as operators write them or as they are here.
 *
 * @throws LeapError `bad-request` that names the first wrong field as operators write it.
 */
export function readConfig(value: unknown): Settings {
  const result = Settings.safeParse(inCamelCase(value));
  if (result.success) {
    return result.data;
  }
  const [issue] = result.error.issues;
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  const field = ['c.Leap', ...(issue?.path ?? []), ...unknown.slice(0, 1)]
    .join('.')
    .replace(/[A-Z](?!eap\b)/g, letter => `_${letter.toLowerCase()}`);
  throw new LeapError(
    'bad-request',
    unknown.length > 0
      ? `${field}: there is no such setting.`
      : `${field}: ${issue?.message ?? 'is wrong'}.`
  );
}

function inCamelCase(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(inCamelCase);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([name, field]) => [
          name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
          inCamelCase(field)
        ])
      )
    : value;
}

/**
 * One of the Jupyter server's metrics: its name, what it says, its value, and whether the value is an instant (seconds
 * since 1970) whose age shall be shown.
 */
export type Gauge = readonly [
  name: string,
  help: string,
  value: number,
  isInstant: boolean
];

/**
 * What a subject's handlers are made from.
 */
export interface IServiceContext {
  readonly config: Config;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** Takes all gauges as they are now, for the Jupyter server; absent where nobody shows them. */
  readonly onGauges?: (gauges: readonly Gauge[]) => void;
  /**
   * This server's token for its hub, which came over standard input and is in this process's memory alone; absent
   * without a hub.
   */
  readonly hubToken?: string | null | undefined;
}
