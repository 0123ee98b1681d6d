import * as z from 'zod/mini';
import { LeapError } from '../contract';

const count = z.int().check(z.minimum(0));

/**
 * The configuration as the Jupyter server hands it over: `c.Leap` in camel case.
 *
 * Every field is there; the defaults are kept in one place, `jupyterlab_leap/config.py`.
 */
export type Config = z.infer<typeof Config>;
export const Config = z.object({
  /** The directory that the quota counts. */
  homeDirectory: z.string().check(z.startsWith('/')),
  recommendedBytes: z.nullable(count),
  recommendedSource: z.string(),
  limitBytes: z.nullable(count),
  limitSource: z.string(),
  buckets: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      access: z.enum(['own-folder', 'read-only']),
      deleteAfterDays: z.nullable(count),
      /** The environment variable that holds `gs://bucket/own-folder`; null: none does. */
      ownFolderVariable: z.nullable(z.string())
    })
  ),
  imagesOffered: z.array(z.string()),
  /** Registries (or their beginnings, `us-docker.pkg.dev/`) that only the hub can pull from. */
  privateRegistries: z.array(z.string()),
  /** `{tag}`, `{name}` and `{repository}` are filled in; null: no such list. */
  packagesUrl: z.nullable(z.string()),
  catalogUrls: z.array(z.string()),
  catalogRequestUrl: z.nullable(z.string()),
  hubUrl: z.nullable(z.string()),
  documentationUrl: z.nullable(z.string()),
  /** A GCS emulator's address; null: the real service. */
  storageEndpoint: z.nullable(z.string()),
  /** Kept answers (catalog, last scan) lie here, never in the home; null: a private folder below the temporary one. */
  cacheDirectory: z.nullable(z.string()),
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
