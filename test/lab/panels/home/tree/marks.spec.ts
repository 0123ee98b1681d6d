import { Marks } from '../../../../../src/lab/panels/home/tree/marks';

describe('Marks', () => {
  const marked = (...paths: string[]) => {
    const marks = new Marks();
    for (const path of paths) {
      marks.toggle(path, 10);
    }
    return [...marks.state.keys()];
  };

  it('marks, and takes the mark away', () => {
    expect(marked('data', '.cache')).toEqual(['data', '.cache']);
    expect(marked('data', '.cache', 'data')).toEqual(['.cache']);
  });

  it.each([
    ['a folder takes over from what is in it', ['a/b', 'a/c/d', 'a'], ['a']],
    ['what is in a folder takes over from it', ['a', 'a/b'], ['a/b']],
    ['a name that only begins alike is another', ['a', 'ab'], ['a', 'ab']]
  ])('%s', (_, paths, expected) => {
    expect(marked(...paths)).toEqual(expected);
  });

  it('tells nobody when there is nothing to clear', () => {
    const marks = new Marks();
    let told = 0;
    marks.stateChanged.connect(() => {
      told += 1;
    });
    marks.clear();
    expect(told).toBe(0);
    marks.toggle('data', 1);
    marks.clear();
    expect(told).toBe(2);
    expect(marks.state.size).toBe(0);
  });
});
