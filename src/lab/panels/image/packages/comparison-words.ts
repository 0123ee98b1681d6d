import type { TranslationBundle } from '@jupyterlab/translation';
import type { PackageChange, PackageComparison } from '../../../../contract';
import { formatCount } from '../../../format';
import { visible } from '../../../visible';

type Kind = PackageChange['kind'];

/**
 * How many packages changed in which way, most telling first; ways that no package went are left out.
 */
export function countTexts(
  { changes, sameCount }: PackageComparison,
  trans: TranslationBundle
): string[] {
  const countOf = (kind: Kind): number =>
    changes.filter(change => change.kind === kind).length;
  const [major, removed] = [countOf('major'), countOf('removed')];
  const [other, added] = [countOf('other'), countOf('added')];
  const texts: [number, string][] = [
    [
      major,
      trans._n(
        '⚠ %1 major change',
        '⚠ %1 major changes',
        major,
        formatCount(major)
      )
    ],
    [removed, trans.__('%1 removed', formatCount(removed))],
    [
      other,
      trans._n('%1 other change', '%1 other changes', other, formatCount(other))
    ],
    [added, trans.__('%1 added', formatCount(added))],
    [sameCount, trans.__('%1 the same', formatCount(sameCount))]
  ];
  return texts.filter(([count]) => count > 0).map(([, text]) => text);
}

/**
 * What became of a package's version.
 */
export function changeText(
  { before, after, kind }: PackageChange,
  trans: TranslationBundle
): string {
  const [old, now] = [visible(before ?? ''), visible(after ?? '')];
  switch (kind) {
    case 'major':
      return trans.__('⚠ %1 → %2', old, now);
    case 'other':
      return trans.__('%1 → %2', old, now);
    case 'added':
      return trans.__('new: %1', now);
    case 'removed':
      return trans.__('removed: %1', old);
  }
}

/**
 * The meaning of a change in one sentence.
 */
export function changeTitle(kind: Kind, trans: TranslationBundle): string {
  switch (kind) {
    case 'major':
      return trans.__('A major change: code may need changes too.');
    case 'other':
      return trans.__('Another version.');
    case 'added':
      return trans.__('Only the later image has it.');
    case 'removed':
      return trans.__('Only the earlier image has it.');
  }
}
