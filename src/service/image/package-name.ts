/** Names of conda may begin with an underscore (`_openmp_mutex`), those of Python may not. */
const NAME = /^[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,126}[A-Za-z0-9_])?$/;
const VERSION = /^[A-Za-z0-9][A-Za-z0-9.!+_*-]{0,127}$/;

/**
 * Whether a text can be the name of a package; everything else in a record's place for it is damage.
 */
export function isPackageName(text: string): boolean {
  return NAME.test(text);
}

/**
 * Whether a text can be a version of a package.
 */
export function isPackageVersion(text: string): boolean {
  return VERSION.test(text);
}

/**
 * The form in which two spellings of one name are equal (PEP 503): `Zarr_Store.x` is `zarr-store-x`.
 */
export function normalName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}
