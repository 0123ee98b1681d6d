import { Looks } from '../../../src/service/buckets/looks';

describe('Looks', () => {
  it('never asks for anything outside the folder that is measured', () => {
    const looks = new Looks('ann/data/');
    expect(looks.isWorth('ann/data/runs/')).toBe(true);
    expect(looks.isWorth('ann/data/')).toBe(true);
    for (const outside of [
      '',
      'ann/',
      'ann/data',
      'ann/data2/',
      'anna/data/'
    ]) {
      expect(looks.isWorth(outside)).toBe(false);
    }
  });

  it('looks at a folder once', () => {
    const looks = new Looks('');
    looks.began('runs/');
    expect(looks.isWorth('runs/')).toBe(false);
    expect(looks.isWorth('runs/a/')).toBe(true);
  });

  it('gives up a depth where looks find a single folder, and no other depth', () => {
    const looks = new Looks('');
    looks.found('a/', 1);
    expect(looks.isWorth('b/')).toBe(true);
    looks.found('b/', 0);
    expect(looks.isWorth('c/')).toBe(false);
    expect(looks.isWorth('c/d/')).toBe(true);
  });

  it('goes on at a depth where a look in three finds something', () => {
    const looks = new Looks('');
    looks.found('a/', 40);
    for (const vain of ['b/', 'c/', 'd/']) {
      looks.found(vain, 1);
      expect(looks.isWorth('z/')).toBe(true);
    }
    looks.found('e/', 1);
    expect(looks.isWorth('z/')).toBe(false);
  });
});
