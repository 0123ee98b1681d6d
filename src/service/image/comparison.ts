import type { PackageChange } from '../../contract';
import { normalName } from './package-name';

interface INamedVersion {
  readonly name: string;
  readonly version: string;
}

/** What breaks code most likely comes first. */
const ORDER: readonly PackageChange['kind'][] = [
  'major',
  'removed',
  'other',
  'added'
];

/**
 * What becomes of one list of packages in another: major changes first, then what is gone, other changes and what is
 * new, each by name. Two spellings of a name are one package; a version that stays is no change.
 */
export function comparePackages(
  before: readonly INamedVersion[],
  after: readonly INamedVersion[]
): { changes: PackageChange[]; sameCount: number } {
  const [old, now] = [byNormalName(before), byNormalName(after)];
  const changes: PackageChange[] = [];
  let sameCount = 0;
  for (const [key, { name, version }] of now) {
    const was = old.get(key)?.version ?? null;
    if (was === version) {
      sameCount += 1;
    } else {
      const kind =
        was === null ? 'added' : isMajor(was, version) ? 'major' : 'other';
      changes.push({ name, before: was, after: version, kind });
    }
  }
  for (const [key, { name, version }] of old) {
    if (!now.has(key)) {
      changes.push({ name, before: version, after: null, kind: 'removed' });
    }
  }
  return { changes: changes.sort(byWeight), sameCount };
}

function byNormalName(
  packages: readonly INamedVersion[]
): Map<string, INamedVersion> {
  return new Map(packages.map(each => [normalName(each.name), each]));
}

function byWeight(a: PackageChange, b: PackageChange): number {
  const difference = ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);
  const [left, right] = [normalName(a.name), normalName(b.name)];
  return difference !== 0
    ? difference
    : left < right
      ? -1
      : Number(left > right);
}

/** Another first number; below 1 the second one counts, as there a project promises nothing for it. */
function isMajor(before: string, after: string): boolean {
  const [old, now] = [release(before), release(after)];
  return old[0] !== now[0] || (old[0] === '0' && old[1] !== now[1]);
}

/** `['3', '12']` of `1!3.12.4`: the epoch and leading zeros are no part of it. */
function release(version: string): string[] {
  return version
    .replace(/^\d+!/, '')
    .split(/[.+_-]/)
    .map(part => part.replace(/^0+(?=\d)/, ''));
}
