import { Alphabets } from '../../../../src/service/buckets/size/alphabets';
import {
  amongWords,
  behindWord
} from '../../../../src/service/buckets/size/behind-word';
import { chooseSplit } from '../../../../src/service/buckets/size/split';

const named = (word: string, from = 0): string[] =>
  Array.from(
    { length: 1000 },
    (_, at) => `flux_${word}${String(from + at).padStart(5, '0')}.nc`
  );

const stretchOf = (page: readonly string[], end: string | null) => ({
  page: { first: page[0] ?? '', last: page.at(-1) ?? '', keys: page.length },
  end,
  isEndReal: true,
  reach: 8,
  most: 1000
});

/** What is known after these pages. */
const after = (...pages: readonly string[][]): Alphabets => {
  const known = new Alphabets('');
  for (const names of pages) {
    const objects = { nameAt: (at: number) => names[at] ?? '' };
    known.learn(objects, { from: 0, keys: names.length }, null);
  }
  return known;
};

describe('behindWord', () => {
  const known = after(named('archive'), named('model'));

  it('cuts behind all that share the last word with a whole page', () => {
    const split = behindWord(stretchOf(named('model'), null), known);
    expect(split?.key).toBe('flux_modem');
    expect(split?.before).toBeGreaterThan(1);
  });

  it('cuts nowhere when the range ends with the word', () => {
    const page = named('model');
    expect(behindWord(stretchOf(page, 'flux_model2'), known)).toBeNull();
    expect(behindWord(stretchOf(page, 'flux_modem'), known)).toBeNull();
  });

  it('cuts nowhere while no other word was seen in its place', () => {
    const page = named('model');
    expect(behindWord(stretchOf(page, null), after(page))).toBeNull();
  });

  it('takes a page in two words for what it is', () => {
    const page = [...named('archive').slice(500), ...named('model')];
    expect(behindWord(stretchOf(page, null), known)).toBeNull();
  });
});

describe('amongWords', () => {
  const page = named('carol');
  const began = 'flux_anna00001.nc';

  it('cuts halfway through the letters that the next words may begin with', () => {
    const split = amongWords(stretchOf(page, null), began);
    expect(split).toMatchObject({ key: 'flux_o', pages: 8, before: 4 });
  });

  it('cuts before the end of the range', () => {
    const { key } = amongWords(stretchOf(page, 'flux_h'), began) ?? {};
    expect(key).toBe('flux_f');
    expect(amongWords(stretchOf(page, 'flux_d'), began)).toBeNull();
  });

  it('cuts nowhere while the range has come to this word alone', () => {
    const stretch = stretchOf(page, null);
    expect(amongWords(stretch, page[0] ?? '')).toBeNull();
    expect(amongWords(stretch, 'fog_anna00001.nc')).toBeNull();
    expect(amongWords(stretch, null)).toBeNull();
  });
});

describe('chooseSplit among words', () => {
  it('guesses where another word may begin, not what is in it', () => {
    const pages = ['archive', 'model', 'surface'].map(word => named(word));
    const page = named('model', 99_000);
    const split = chooseSplit(
      stretchOf(page, 'flux_zonal'),
      after(...pages, page),
      3
    );
    expect(split?.key).toMatch(/^flux_[n-z]odel/);
  });
});
