import { nullTranslator } from '@jupyterlab/translation';
import { datasetCells } from '../../../../../src/lab/panels/catalog/dataset/dataset-notebook';
import { shownStores } from '../../../../../src/lab/panels/catalog/dataset/shown-stores';
import type { DatasetPage } from '../../../../../src/contract';
import { Loadable } from '../../../../../src/lab/loadable';
import { dataset, reach, store } from '../../../../support/catalog/answers';

const trans = nullTranslator.load('jupyterlab_leap');

function cells(
  fields: Partial<DatasetPage> = {},
  checked = reach('anonymous')
) {
  const about = dataset(fields);
  const [shown] = shownStores({
    id: about.id,
    dataset: Loadable.ready(about),
    reach: Loadable.ready(checked)
  });
  if (!shown) {
    throw new Error('The data set has no store.');
  }
  return datasetCells({
    dataset: about,
    store: shown,
    imageSpec: 'pangeo/pangeo-notebook:2026.06.04',
    now: new Date('2026-11-26T01:00:00Z'),
    trans
  });
}

describe('datasetCells', () => {
  it('begins with what the data are and ends with the code that opens them', () => {
    const [about, code] = cells();

    expect(about?.type).toBe('markdown');
    expect(about?.source).toContain('# Altimetry');
    expect(about?.source).toContain(
      '**Licence:** CC-BY-4.0, <https://creativecommons.org/licenses/by/4.0/>'
    );
    expect(about?.source).toContain(
      '**Cite as:** Institute: *Altimetry.* <https://doi.org/10.1/x>, read on 2026-11-26.'
    );
    expect(about?.source).toContain(
      '**Checked:** opens from here on 2026-11-23'
    );
    expect(about?.source).toContain('pangeo/pangeo-notebook:2026.06.04');
    expect(code).toEqual({ type: 'code', source: store().snippet });
  });

  it('takes the code that fits what the store turned out to be, and names what it lacks', () => {
    const code = {
      snippet: 'import icechunk',
      note: null,
      packages: ['icechunk']
    };
    const found = reach('anonymous', null, { form: 'icechunk', code });
    const [about, opened] = cells(
      {},
      { ...found, missingPackages: ['icechunk'] }
    );

    expect(opened?.source).toBe('import icechunk');
    expect(about?.source).toContain(
      'Needs the package icechunk, which this image lacks. Run “%pip install icechunk” in a cell to have it until the server stops.'
    );
  });

  it('T05 shows nothing of a record as markup', () => {
    const [about] = cells({
      title: '<img src=x onerror=alert(1)>\n# x',
      license: '[free](javascript:alert(1))',
      licenseUrl: 'javascript:alert(1)',
      providers: [
        {
          name: '$\\href{javascript:x}{y}$',
          description: null,
          url: 'javascript:z'
        }
      ],
      links: []
    });

    expect(about?.source).not.toMatch(/<img|\]\(|\$|\\href|<javascript/);
    expect(about?.source.match(/^#/gm)).toHaveLength(1);
  });
});
