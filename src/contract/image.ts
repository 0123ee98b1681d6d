import * as z from 'zod/mini';
import { count, instant } from './scalars';

/**
 * The parts of an image reference, as the OCI distribution specification names them.
 */
export type ImageReference = z.infer<typeof ImageReference>;
export const ImageReference = z.object({
  /** Null: not written, so the registry is the hub's default (Docker Hub). */
  registry: z.nullable(z.string()),
  /** Everything before the name, `pangeo`; null when there is none. */
  organisation: z.nullable(z.string()),
  name: z.string(),
  /** Organisation and name, `pangeo/pangeo-notebook`. */
  repository: z.string(),
  tag: z.nullable(z.string()),
  /** `sha256:…` */
  digest: z.nullable(z.string())
});

/**
 * Which software this server is.
 */
export type Image = z.infer<typeof Image>;
export const Image = z.object({
  /** The environment's own text, untouched; null when the environment does not say. */
  spec: z.nullable(z.string()),
  /** The variable it came from. */
  source: z.nullable(z.string()),
  /** Null when there is no spec or it cannot be read. */
  reference: z.nullable(ImageReference),
  /**
   * `digest`: cannot move. `tag`: a dated or numbered tag, which may be moved. `moving`: `latest`, `main`, a branch.
   * `none`: no tag, so `latest` is assumed. `unknown`: not read.
   */
  pinned: z.enum(['digest', 'tag', 'moving', 'none', 'unknown']),
  /** Why the spec could not be read: one sentence. */
  problem: z.nullable(z.string()),
  /** The published list of packages of this tag. */
  packagesUrl: z.nullable(z.string()),
  /** Whether others can pull it: a registry that only the hub reads is `private`. */
  availability: z.enum(['public', 'private', 'unknown']),
  /** When this server started. */
  startedAt: z.nullable(instant),
  pythonVersion: z.nullable(z.string())
});

/**
 * One package as it is installed in the server's Python environment.
 */
export type InstalledPackage = z.infer<typeof InstalledPackage>;
export const InstalledPackage = z.object({
  name: z.string(),
  version: z.string(),
  /** Who keeps its record: conda, or Python's own metadata as pip and uv write it. */
  source: z.enum(['conda', 'pip']),
  /** True: it lies in the home directory (`pip install --user`), so it outlives this server. */
  inHome: z.boolean()
});

/**
 * All that is installed, by name.
 */
export type ImagePackages = z.infer<typeof ImagePackages>;
export const ImagePackages = z.object({
  packages: z.array(InstalledPackage),
  /** Records that are broken, enormous or not allowed to be read: missing from the list. */
  unreadableCount: count
});
