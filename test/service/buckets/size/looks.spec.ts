import { Looks } from '../../../../src/service/buckets/size/looks';

/** What a look from the beginning has shown, as far as there is anything. */
const all = (...folders: string[]) => ({ from: null, until: null, folders });

describe('Looks', () => {
  it('never asks for anything outside the folder that is measured', () => {
    const looks = new Looks('ann/data/');
    expect(looks.worth('ann/data/runs/')).toBeGreaterThan(0);
    expect(looks.worth('ann/data/')).toBeGreaterThan(0);
    for (const outside of [
      '',
      'ann/',
      'ann/data',
      'ann/data2/',
      'anna/data/'
    ]) {
      expect(looks.worth(outside)).toBe(0);
    }
  });

  it('looks at a folder once at a time', () => {
    const looks = new Looks('');
    looks.began('runs/');
    expect(looks.worth('runs/')).toBe(0);
    expect(looks.worth('runs/a/')).toBeGreaterThan(0);
  });

  it('gives up a depth where looks find a single folder, and no other depth', () => {
    const looks = new Looks('');
    looks.began('a/');
    looks.found('a/', all('a/x/'));
    expect(looks.worth('b/')).toBeGreaterThan(0);
    looks.began('b/');
    looks.failed('b/');
    expect(looks.worth('c/')).toBe(0);
    expect(looks.worth('c/d/')).toBeGreaterThan(0);
  });

  it('makes few looks at once where nobody knows what they find', () => {
    const looks = new Looks('');
    looks.began('a/');
    looks.began('b/');
    expect(looks.worth('c/')).toBe(0);
    looks.found('a/', all('a/x/', 'a/y/'));
    expect(looks.worth('c/')).toBeGreaterThan(0);
  });

  it('goes on at a depth where a look in three finds something', () => {
    const looks = new Looks('');
    looks.began('a/');
    looks.found('a/', all('a/x/', 'a/y/'));
    for (const vain of ['b/', 'c/', 'd/']) {
      expect(looks.worth(vain)).toBeGreaterThan(0);
      looks.began(vain);
      looks.found(vain, all(`${vain}x/`));
    }
    expect(looks.worth('e/')).toBeGreaterThan(0);
    looks.began('e/');
    looks.found('e/', all('e/x/'));
    expect(looks.worth('z/')).toBe(0);
  });

  it('knows the folders between two keys as far as a look has shown them', () => {
    const looks = new Looks('');
    expect(looks.between('', 'a/', 'a/1', null)).toBeUndefined();
    looks.began('');
    looks.found('', {
      from: 'a/1',
      until: 'd/',
      folders: ['a/', 'b/', 'c/', 'd/']
    });
    expect(looks.between('', 'a/', 'a/1', null)).toEqual({
      folders: ['b/', 'c/', 'd/'],
      until: 'd/'
    });
    expect(looks.between('', 'a/', 'a/1', 'c/7')).toEqual({
      folders: ['b/', 'c/'],
      until: null
    });
    expect(looks.between('', 'a/', 'a/0', null)).toBeUndefined();
    expect(looks.between('', 'd/', 'd/1', null)).toBeUndefined();
  });

  it('knows how much the folders beside one and as deep as one have held', () => {
    const looks = new Looks('');
    looks.counted('', 0);
    expect(looks.pagesOfOneIn('')).toBeNull();
    for (const folder of ['a/', 'b/', 'c/']) {
      looks.counted('', 2000);
      looks.counted(folder, 2000);
    }
    expect(looks.pagesOfOneIn('')).toBe(2);
    expect(looks.pagesOfKin('d/')).toBe(3);
    expect(looks.pagesOfKin('c/')).toBe(2);
    expect(looks.pagesOfKin('')).toBeNull();
  });

  it('takes no folder that goes on for one that has ended', () => {
    const looks = new Looks('');
    for (const folder of ['a/', 'b/', 'c/', 'd/', 'e/']) {
      looks.counted('', 2000);
      looks.counted(folder, 2000);
    }
    expect(looks.pagesOfEndedKin('e/')).toBeNull();
    for (const folder of ['a/', 'b/', 'c/', 'c/', 'x/']) {
      looks.ended(folder);
    }
    // Eight thousand in those beside it, of which three have ended.
    expect(looks.pagesOfEndedKin('e/')).toBeCloseTo(8 / 3);
    expect(looks.pagesOfKin('e/')).toBe(2);
  });
});
