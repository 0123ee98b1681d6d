import fc from 'fast-check';
import { standardName } from '../../../../src/service/catalog/cf/standard-names';
import { InvertedIndex } from '../../../../src/service/catalog/index/inverted-index';
import { PostingsBuilder } from '../../../../src/service/catalog/index/postings';
import { atOnce } from '../../../../src/service/catalog/index/steps';

const DOCUMENTS = [
  [['sea', 'level', 'rise', 'in', 'words'], []],
  [['sealing'], []],
  [['sea', 'sea', 'sea'], ['level']]
];

function indexOf(
  weights: readonly number[],
  documents: readonly (readonly (readonly string[])[])[]
): InvertedIndex {
  const builder = new PostingsBuilder(weights.length);
  for (const fields of documents) {
    builder.add(fields);
  }
  return new InvertedIndex(weights, atOnce(builder.build()));
}

/** Numbers of the documents found, best first. */
function found(
  term: string,
  prefixWeight = 0,
  documents: readonly (readonly (readonly string[])[])[] = DOCUMENTS
): number[] {
  return indexOf([2, 1], documents)
    .search([{ term, weight: 1, prefixWeight, stands: 1 }])
    .sort((a, b) => b.score - a.score)
    .map(({ doc }) => doc);
}

describe('InvertedIndex', () => {
  it('finds a word in any field, and puts what has it more often first', () => {
    expect(found('sea')).toEqual([2, 0]);
    expect(found('level')).toEqual([0, 2]);
    expect(found('nothing')).toEqual([]);
  });

  it('completes a word, for less than the word itself', () => {
    const written = [
      [['sealing'], []],
      [['sea'], []]
    ];

    expect(found('sea', 0.4, written)).toEqual([1, 0]);
    expect(found('seal', 0.4)).toEqual([1]);
  });

  it('says which words of the query each document has', () => {
    const index = indexOf([1, 1], DOCUMENTS);
    const matches = index.search([
      { term: 'sea', weight: 1, prefixWeight: 0, stands: 1 },
      { term: 'level', weight: 1, prefixWeight: 0, stands: 2 },
      { term: 'sealing', weight: 1, prefixWeight: 0, stands: 4 }
    ]);

    expect(matches.map(({ doc, found: bits }) => [doc, bits])).toEqual([
      [0, 3],
      [1, 4],
      [2, 3]
    ]);
  });

  it('is empty without documents', () => {
    expect(found('sea', 1, [])).toEqual([]);
  });

  it('finds exactly the documents that have the word', () => {
    const word = fc.constantFrom('a', 'ab', 'abc', 'b', 'ba', 'c');
    const documents = fc.array(fc.tuple(fc.array(word), fc.array(word)));
    fc.assert(
      fc.property(documents, word, fc.boolean(), (all, term, isPrefix) => {
        const expected = all.flatMap((fields, doc) =>
          fields
            .flat()
            .some(each => (isPrefix ? each.startsWith(term) : each === term))
            ? [doc]
            : []
        );
        expect(
          found(term, isPrefix ? 1 : 0, all).sort((a, b) => a - b)
        ).toEqual(expected);
      })
    );
  });
});

describe('standardName', () => {
  it('knows the table of CF, and what a name is called today', () => {
    expect(standardName('sea_surface_temperature')).toBe(
      'sea_surface_temperature'
    );
    expect(standardName('air_pressure_at_sea_level')).toBe(
      'air_pressure_at_mean_sea_level'
    );
    expect(standardName('air_temperature standard_error')).toBe(
      'air_temperature'
    );
    expect(standardName('__proto__')).toBeNull();
    expect(standardName('')).toBeNull();
  });
});
