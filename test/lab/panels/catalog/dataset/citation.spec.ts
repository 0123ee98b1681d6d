import { nullTranslator } from '@jupyterlab/translation';
import type { DatasetPage } from '../../../../../src/contract';
import {
  citationMarkdown,
  citationText
} from '../../../../../src/lab/panels/catalog/dataset/citation';
import { dataset } from '../../../../support/catalog/answers';

const options = (
  fields: Partial<DatasetPage> = {},
  storeUrl: string | null = 'gs://b/x.zarr'
) => ({
  dataset: dataset(fields),
  storeUrl,
  now: new Date('2026-11-26T01:00:00Z'),
  trans: nullTranslator.load('jupyterlab_leap')
});

describe('a citation', () => {
  it('is plain text for a manuscript', () => {
    expect(citationText(options())).toBe(
      'Institute: Altimetry. https://doi.org/10.1/x, read on 2026-11-26.'
    );
  });

  it('names the place of the data where nobody says who made them', () => {
    const bare = { providers: [], links: [] };
    expect(citationText(options(bare))).toBe(
      'Altimetry. gs://b/x.zarr, read on 2026-11-26.'
    );
    expect(citationMarkdown(options(bare))).toBe(
      '*Altimetry.* gs&#58;//b/x.zarr, read on 2026-11-26.'
    );
    expect(citationText(options(bare, null))).toBe(
      'Altimetry. read on 2026-11-26.'
    );
  });

  it('T05 hides nothing and leads nowhere unsafe', () => {
    const hostile = {
      title: 'a\u202eb',
      providers: [
        { name: 'x\u200b', description: null, url: 'javascript:alert(1)' }
      ],
      links: []
    };
    expect(citationText(options(hostile))).toBe(
      'x⟨U+200B⟩: a⟨U+202E⟩b. gs://b/x.zarr, read on 2026-11-26.'
    );
  });
});
