import { readLifecycle } from '../../../../src/service/buckets/rules/lifecycle';
import {
  configuredRule,
  daysOf,
  deletionDay,
  ruleOfFolder
} from '../../../../src/service/buckets/rules/rule';

const rule = (...conditions: object[]) =>
  readLifecycle({
    lifecycle: {
      rule: conditions.map(condition => ({
        action: { type: 'Delete' },
        condition
      }))
    }
  });

describe('readLifecycle', () => {
  it('reads the rules that delete by age, for all names or for some', () => {
    expect(
      rule(
        { age: 7 },
        { age: 1, matchesPrefix: ['tmp/'], matchesSuffix: ['.part'] }
      )
    ).toEqual({
      source: 'bucket',
      deletions: [
        { days: 7, prefixes: null, suffixes: null },
        { days: 1, prefixes: ['tmp/'], suffixes: ['.part'] }
      ],
      hasOthers: false
    });
  });

  it('says that there are others where a condition is not understood', () => {
    const read = rule({ age: 7, numNewerVersions: 3 }, { createdBefore: 'x' });
    expect(read).toMatchObject({ deletions: [], hasOthers: true });
  });

  it('takes no rule that only moves things for one that deletes', () => {
    const read = readLifecycle({
      lifecycle: {
        rule: [{ action: { type: 'SetStorageClass' }, condition: { age: 1 } }]
      }
    });
    expect(read).toMatchObject({ deletions: [], hasOthers: false });
  });

  it('knows a bucket without rules from an answer that is none', () => {
    expect(readLifecycle({})).toMatchObject({ source: 'bucket' });
    for (const answer of [
      null,
      'x',
      { lifecycle: 5 },
      { lifecycle: { rule: 1 } }
    ]) {
      expect(readLifecycle(answer)).toBeNull();
    }
  });
});

describe('what a rule says', () => {
  const some = rule(
    { age: 7 },
    { age: 1, matchesPrefix: ['tmp/', 'ann/tmp/'] },
    { age: 3, matchesSuffix: ['.part'] }
  );

  it.each([
    ['ann/x.nc', 7],
    ['tmp/x.nc', 1],
    ['ann/x.part', 3],
    ['tmpx', 7]
  ])('of %s: the soonest of %d days', (name, days) => {
    expect(some && daysOf(some, name)).toBe(days);
  });

  it.each([
    ['', 7, true],
    ['ann/', 7, true],
    ['tmp/deep/', 1, true],
    ['bob/', 7, true]
  ])('of the folder %j: %d days, others: %s', (folder, days, others) => {
    expect(some && ruleOfFolder(some, folder)).toEqual({
      deleteAfterDays: days,
      hasOtherRules: others
    });
  });

  it('of a folder that no rule touches: nothing', () => {
    const elsewhere = rule({ age: 1, matchesPrefix: ['tmp/'] });
    expect(elsewhere && ruleOfFolder(elsewhere, 'ann/')).toEqual({
      deleteAfterDays: null,
      hasOtherRules: false
    });
    expect(elsewhere && ruleOfFolder(elsewhere, '')).toEqual({
      deleteAfterDays: null,
      hasOtherRules: true
    });
  });

  it('is a day, counted from the object itself', () => {
    const object = { name: 'x', createdAt: '2026-11-19T23:00:00Z' };
    expect(deletionDay(configuredRule(7), object)).toBe('2026-11-26');
    expect(deletionDay(configuredRule(null), object)).toBeNull();
  });
});
