import type { AddedPackage, InstalledPackage } from '../../contract';
import { normalName } from './package-name';

/**
 * The packages of an image, as far as something says: versions by normal name.
 */
export interface IBaseline {
  readonly kind: 'list' | 'snapshot';
  readonly versions: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * The packages that were installed or changed since the server started, and go when it stops.
 *
 * A record that was written after the start is the evidence: a published list alone would not do, since lists
 * leave out what an image installed with pip. The list says what was there before, and spares what was only
 * installed again. A snapshot was taken in this very server, so a difference from it counts by itself; but it may
 * have been taken after an installation, so it spares nothing.
 */
export function addedSince(
  installed: readonly InstalledPackage[],
  baseline: IBaseline,
  start: Date
): AddedPackage[] {
  return installed
    .filter(({ inHome }) => !inHome)
    .flatMap(({ name, version, source, installedAt }) => {
      const known = baseline.versions.get(normalName(name));
      const isKnown = known?.has(version) ?? false;
      const isNew =
        installedAt !== null && Date.parse(installedAt) > start.getTime();
      const isAdded =
        baseline.kind === 'list' ? isNew && !isKnown : isNew || !isKnown;
      const before = isKnown ? null : ([...(known ?? [])][0] ?? null);
      return isAdded ? [{ name, version, source, before }] : [];
    });
}

/**
 * Versions by normal name; a name may stand in a list twice, in two spellings.
 */
export function versionsOf(
  packages: Iterable<{ readonly name: string; readonly version: string }>
): Map<string, Set<string>> {
  const versions = new Map<string, Set<string>>();
  for (const { name, version } of packages) {
    const key = normalName(name);
    versions.set(key, (versions.get(key) ?? new Set()).add(version));
  }
  return versions;
}
