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
  /** The hub's own text for this image among those that it offers when a server starts; null: it is none of them. */
  offeredAs: z.nullable(z.string()),
  /** How many images the hub offers; 0 where that is not configured. */
  offeredCount: count,
  /** The same image with another tag that the hub offers now; null when that is none, or an older one. */
  newerOffered: z.nullable(z.string()),
  /** When this server started. */
  startedAt: z.nullable(instant),
  pythonVersion: z.nullable(z.string()),
  /** The models of the NVIDIA processors that this server may use, one each. */
  gpus: z.array(z.string())
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
  inHome: z.boolean(),
  /** When its record was written; what came with the image is older than the server. Null: not known. */
  installedAt: z.nullable(instant)
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

const spec = z.string().check(z.minLength(1), z.maxLength(1024));

/**
 * An image that somebody named, such as the one a notebook was made with.
 */
export type OtherImageQuery = z.infer<typeof OtherImageQuery>;
export const OtherImageQuery = z.strictObject({ spec });

/**
 * Another image and the ways to it. Nothing is fetched to know them.
 */
export type OtherImage = z.infer<typeof OtherImage>;
export const OtherImage = z.object({
  /** Null when the spec cannot be read. */
  reference: z.nullable(ImageReference),
  /** Why it could not be read: one sentence. */
  problem: z.nullable(z.string()),
  /** It is the image of this server, however each is written. */
  isThis: z.boolean(),
  packagesUrl: z.nullable(z.string()),
  /** The hub's page that starts a server with it: an address, or a path on this host; null when there is none. */
  spawnUrl: z.nullable(z.string()),
  /** The recipes' own comparison of it with the image of this server. */
  recipesUrl: z.nullable(z.string())
});

/**
 * Two images to compare.
 */
export type PackageComparisonQuery = z.infer<typeof PackageComparisonQuery>;
export const PackageComparisonQuery = z.strictObject({
  from: spec,
  /** Null: the image of this server. */
  to: z.nullable(spec)
});

/**
 * What becomes of one package from one image to another.
 */
export type PackageChange = z.infer<typeof PackageChange>;
export const PackageChange = z.object({
  name: z.string(),
  before: z.nullable(z.string()),
  after: z.nullable(z.string()),
  /** `major`: another first number, or second one below 1. `other`: any other change of version. */
  kind: z.enum(['major', 'removed', 'other', 'added'])
});

/**
 * What changed between two images, what breaks code most likely first.
 */
export type PackageComparison = z.infer<typeof PackageComparison>;
export const PackageComparison = z.object({
  changes: z.array(PackageChange),
  /** Packages that have the same version in both. */
  sameCount: count,
  /** `list`: two published lists. `installed`: this server's image has none, so what is installed here. */
  comparedWith: z.enum(['list', 'installed']),
  recipesUrl: z.nullable(z.string())
});

/**
 * A package that this server has and its image has not, or not in this version.
 */
export type AddedPackage = z.infer<typeof AddedPackage>;
export const AddedPackage = z.object({
  name: z.string(),
  version: z.string(),
  source: z.enum(['conda', 'pip']),
  /** The version in the image; null: none, or none that is known. */
  before: z.nullable(z.string())
});

/**
 * What was installed since the server started and will be gone when it stops, by name.
 */
export type AddedPackages = z.infer<typeof AddedPackages>;
export const AddedPackages = z.object({
  packages: z.array(AddedPackage),
  since: instant,
  /** `list`: the published one of this tag. `snapshot`: what was there when it was first asked for. */
  comparedWith: z.enum(['list', 'snapshot']),
  /** When the list was confirmed or the snapshot taken. */
  comparedAt: instant,
  /** Why there is no published list to compare with: one sentence; null when there is. */
  problem: z.nullable(z.string()),
  unreadableCount: count
});

/**
 * Which of these Python packages are not installed, named as installers name them.
 */
export type LackingQuery = z.infer<typeof LackingQuery>;
export const LackingQuery = z.strictObject({
  packages: z
    .array(z.string().check(z.minLength(1), z.maxLength(100)))
    .check(z.maxLength(100))
});

/**
 * Of the asked packages, those that are not installed.
 */
export type Lacking = z.infer<typeof Lacking>;
export const Lacking = z.object({
  /** Null: nobody knows what is installed. */
  packages: z.nullable(z.array(z.string()))
});
