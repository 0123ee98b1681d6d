import { deletedOn } from './expiry';

/**
 * One rule of a bucket that deletes objects some days after their creation.
 */
export interface IDeletion {
  readonly days: number;
  /** Beginnings of names that it holds for; null: all. */
  readonly prefixes: readonly string[] | null;
  /** Ends of names that it holds for; null: all. */
  readonly suffixes: readonly string[] | null;
}

/**
 * What a bucket deletes, and how that is known.
 */
export interface IRule {
  readonly source: 'bucket' | 'configuration' | 'none';
  readonly deletions: readonly IDeletion[];
  /** There are rules whose conditions are none of the above. */
  readonly hasOthers: boolean;
}

/** Nothing is known about what a bucket deletes. */
export const NO_RULE: IRule = {
  source: 'none',
  deletions: [],
  hasOthers: false
};

/**
 * What the operator wrote about a bucket.
 */
export function configuredRule(deleteAfterDays: number | null): IRule {
  return {
    source: 'configuration',
    deletions:
      deleteAfterDays === null
        ? []
        : [{ days: deleteAfterDays, prefixes: null, suffixes: null }],
    hasOthers: false
  };
}

/**
 * Days from its creation until an object is deleted; null: nothing says so.
 */
export function daysOf(rule: IRule, name: string): number | null {
  let least: number | null = null;
  for (const { days, prefixes, suffixes } of rule.deletions) {
    const holds =
      (prefixes === null || prefixes.some(one => name.startsWith(one))) &&
      (suffixes === null || suffixes.some(one => name.endsWith(one)));
    if (holds && (least === null || days < least)) {
      least = days;
    }
  }
  return least;
}

/**
 * The day an object is deleted; null: nothing says so.
 */
export function deletionDay(
  rule: IRule,
  object: { readonly name: string; readonly createdAt: string | null }
): string | null {
  return deletedOn(object.createdAt, daysOf(rule, object.name));
}

/**
 * What holds for everything in a folder, and whether more holds for part of it.
 */
export function ruleOfFolder(
  rule: IRule,
  folder: string
): {
  readonly deleteAfterDays: number | null;
  readonly hasOtherRules: boolean;
} {
  const whole = rule.deletions.filter(
    ({ prefixes, suffixes }) =>
      suffixes === null &&
      (prefixes === null || prefixes.some(one => folder.startsWith(one)))
  );
  const mayHold = rule.deletions.filter(
    ({ prefixes }) =>
      prefixes === null ||
      prefixes.some(one => folder.startsWith(one) || one.startsWith(folder))
  );
  return {
    deleteAfterDays:
      whole.length === 0 ? null : Math.min(...whole.map(({ days }) => days)),
    hasOtherRules: rule.hasOthers || mayHold.length > whole.length
  };
}
