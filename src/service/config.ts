import * as z from 'zod/mini';
import { LeapError } from '../contract';

const count = z.int().check(z.minimum(0));
const line = z.string().check(z.regex(/^\S([^\n]*\S)?$/));
const path = z.string().check(z.regex(/^\//));
/** No user information: it would be sent along, and shown. */
const address = z.string().check(z.regex(/^https?:\/\/[^\s/?#@]+([/?#]\S*)?$/));

/**
 * The configuration as the Jupyter server hands it over: `c.Leap` in camel case.
 *
 * Every field is there; the defaults are kept in one place, `jupyterlab_leap/profile.json`.
 */
export type Config = z.infer<typeof Config>;
export const Config = z.object({
  /** The directory that the quota counts. */
  homeDirectory: path,
  recommendedBytes: z.nullable(count),
  recommendedSource: line,
  limitBytes: z.nullable(count),
  limitSource: line,
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
  catalogUrls: z.array(address),
  catalogRequestUrl: z.nullable(address),
  hubUrl: z.nullable(address),
  documentationUrl: z.nullable(address),
  /** A GCS emulator's address; null: the real service. */
  storageEndpoint: z.nullable(address),
  /** Kept answers (catalog, last scan) lie here, never in the home; null: a private folder below the temporary one. */
  cacheDirectory: z.nullable(path),
  /** Null: as many as pay. */
  scanConcurrency: z.nullable(count),
  /** A ceiling on file system calls a second; null: none. */
  scanOperationsPerSecond: z.nullable(count),
  /** Requests to the storage service in flight at once, for the whole server. */
  listingConcurrency: z.int().check(z.minimum(1), z.maximum(256)),
  allowToken: z.boolean(),
  allowDeletion: z.boolean()
});

/**
 * All that an operator may set in `c.Leap`: the service's configuration, and how the Jupyter server runs it.
 *
 * `scripts/bundle.mjs` makes the JSON Schema from it that the Python side checks with.
 */
export const Settings = z.extend(z.strictObject(Config.shape), {
  /** A Node.js; null: the one on PATH, else the wheel's. */
  nodePath: z.nullable(path),
  /** The service ends after this long without a request. */
  idleSeconds: z.int().check(z.minimum(1))
});

/**
 * Check a configuration from outside.
 *
 * @throws LeapError `bad-request` that names the first wrong field.
 */
export function readConfig(value: unknown): Config {
  const result = Config.safeParse(value);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new LeapError(
      'bad-request',
      `Configuration field ${issue?.path.join('.') ?? '?'}: ${issue?.message ?? 'is wrong'}`
    );
  }
  return result.data;
}

/**
 * What a subject's handlers are made from.
 */
export interface IServiceContext {
  readonly config: Config;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
}
