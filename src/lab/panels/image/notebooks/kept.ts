import type { Image } from '../../../../contract';

/** The key of a notebook's metadata that is ours. */
export const KEPT_KEY = 'jupyterlab_leap';

/**
 * What a notebook's metadata say of the image that it was last saved in. What is not known is left out.
 */
export interface IKept {
  /** The image spec. */
  readonly image: string;
  /** `sha256:…`, where the spec has one. */
  readonly digest?: string;
  /** UTC, ISO 8601. */
  readonly serverStartedAt?: string;
  readonly python?: string;
}

/** Longer than any registry's limits allow. */
const MAX_SPEC = 1024;

/** All that an image reference can be written with, so nothing that hides, quotes or breaks a line. */
const PLAIN_SPEC = /^[A-Za-z0-9[][A-Za-z0-9._/:@[\]+-]*$/;
const DIGEST = /^[A-Za-z0-9+._-]{1,32}:[0-9a-fA-F]{32,256}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;
const PYTHON = /^\d[\w.+-]{0,31}$/;

/**
 * What to keep of this server's image; null when nothing names it, or not in a way that anybody could start it by.
 */
export function keptOf(image: Image): IKept | null {
  const { spec, reference, startedAt, pythonVersion } = image;
  if (spec === null || reference === null) {
    return null;
  }
  return {
    image: spec,
    ...(reference.digest === null ? {} : { digest: reference.digest }),
    ...(startedAt === null ? {} : { serverStartedAt: startedAt }),
    ...(pythonVersion === null ? {} : { python: pythonVersion })
  };
}

/**
 * What a notebook says of its image. Anybody may have written that: whatever is not of the expected form counts as
 * not said, and without an image nothing is.
 */
export function readKept(metadata: unknown): IKept | null {
  if (typeof metadata !== 'object' || metadata === null) {
    return null;
  }
  const image = textIn(metadata, 'image', PLAIN_SPEC);
  if (image === undefined || image.length > MAX_SPEC) {
    return null;
  }
  const digest = textIn(metadata, 'digest', DIGEST);
  const serverStartedAt = textIn(metadata, 'serverStartedAt', INSTANT);
  const python = textIn(metadata, 'python', PYTHON);
  return {
    image,
    ...(digest === undefined ? {} : { digest }),
    ...(serverStartedAt === undefined ? {} : { serverStartedAt }),
    ...(python === undefined ? {} : { python })
  };
}

/**
 * Whether a notebook says already what there is to keep.
 */
export function isSameKept(said: IKept | null, kept: IKept): boolean {
  return (
    said !== null &&
    said.image === kept.image &&
    said.digest === kept.digest &&
    said.serverStartedAt === kept.serverStartedAt &&
    said.python === kept.python
  );
}

function textIn(
  metadata: object,
  name: string,
  form: RegExp
): string | undefined {
  const value: unknown = Object.getOwnPropertyDescriptor(metadata, name)?.value;
  return typeof value === 'string' && form.test(value) ? value : undefined;
}
