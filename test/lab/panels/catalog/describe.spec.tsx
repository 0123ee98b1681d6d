import { execFileSync } from 'node:child_process';
import { nullTranslator } from '@jupyterlab/translation';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type * as React from 'react';
import type { Contents } from '../../../../src/contract';
import { DescribeForm } from '../../../../src/lab/panels/catalog/describe/describe-form';
import { draftOf } from '../../../../src/lab/panels/catalog/describe/draft';
import {
  feedstockFiles,
  problemsOf,
  type IFeedstock
} from '../../../../src/lab/panels/catalog/describe/feedstock';
import { requestAddress } from '../../../../src/lab/panels/catalog/describe/request-address';

const trans = nullTranslator.load('jupyterlab_leap');
const URL = 'gs://leap-persistent/funky-user/data/sst-daily.zarr/';

const CONTENTS: Contents = {
  kind: 'arrays',
  form: 'zarr',
  versions: null,
  format: 'Zarr format 2, consolidated',
  dimensions: [
    { name: 'time', size: 150 },
    { name: 'lat', size: 180 }
  ],
  variables: [
    {
      path: 'sst',
      dimensions: ['time', 'lat'],
      shape: [150, 180],
      dtype: 'int16',
      chunks: null,
      chunkCount: null,
      bytes: null,
      packing: '',
      units: 'degree_Celsius',
      longName: 'sea surface temperature',
      standardName: null,
      fillValue: null,
      attributes: [],
      isCoordinate: false,
      noLook: null
    }
  ],
  variableCount: 1,
  attributes: [
    { name: 'title', value: 'Sample sea surface temperature' },
    { name: 'institution', value: 'Example Institute' },
    { name: 'license', value: 'CC-BY-4.0' },
    { name: 'keywords', value: 'ocean, SST' }
  ],
  bytes: null,
  chunkCount: null,
  notes: []
};

const REQUEST =
  'https://github.com/leap-stc/data-management/issues/new?template=new_dataset.yaml';

function draft(): IFeedstock {
  return draftOf(URL, CONTENTS, REQUEST);
}

/** The catalog's record that the ingestion makes of the files: its own keys, then those of meta.yaml. */
function ingested(feedstock: IFeedstock): Record<string, unknown> {
  const files = feedstockFiles(feedstock);
  const byName = Object.fromEntries(
    files.map(({ name, text }) => [name, text])
  );
  const script =
    'import json, sys, yaml; f = json.load(sys.stdin); print(json.dumps(yaml.safe_load(f["catalog.yaml"]) | yaml.safe_load(f["meta.yaml"])))';
  const output = execFileSync('python3', ['-c', script], {
    input: JSON.stringify(byName),
    encoding: 'utf8'
  });
  return JSON.parse(output) as Record<string, unknown>;
}

describe('draftOf', () => {
  it('begins with what the store says of itself', () => {
    expect(draft()).toMatchObject({
      title: 'Sample sea surface temperature',
      description:
        'sea surface temperature (degree_Celsius) on time 150 × lat 180.',
      license: 'CC-BY-4.0',
      provider: 'Example Institute',
      tags: 'ocean, SST, zarr',
      storeUrl: 'gs://leap-persistent/funky-user/data/sst-daily.zarr',
      metaUrl:
        'https://github.com/leap-stc/sample-sea-surface-temperature_feedstock/blob/main/feedstock/meta.yaml'
    });
  });

  it('begins with its name where nothing could be read', () => {
    expect(draftOf(URL, null, null)).toMatchObject({
      title: 'sst daily',
      description: '',
      storeName: 'sst daily'
    });
  });
});

describe('problemsOf', () => {
  const whole: IFeedstock = { ...draft(), maintainer: 'Ann Example' };

  it('finds nothing wrong with a whole description', () => {
    expect(problemsOf(whole, trans)).toEqual([]);
  });

  it.each<[keyof IFeedstock, string]>([
    ['title', ' '],
    ['description', ''],
    ['license', ''],
    ['provider', ''],
    ['maintainer', ''],
    ['providerUrl', 'javascript:alert(1)'],
    ['github', 'ann example'],
    ['storeUrl', 'file:///etc/passwd'],
    ['storeUrl', 'gs://bucket'],
    ['metaUrl', 'https://github.com/leap-stc/x'],
    ['metaUrl', 'javascript:/meta.yaml']
  ])('refuses %s: %j', (field, value) => {
    const problems = problemsOf({ ...whole, [field]: value }, trans);

    expect(problems.map(problem => problem.field)).toEqual([field]);
    expect(problems[0]?.text).toMatch(/\.$/);
  });
});

describe('feedstockFiles', () => {
  it('are what the hub’s ingestion reads', () => {
    expect(
      ingested({ ...draft(), maintainer: 'Ann Example', github: 'ann' })
    ).toEqual({
      title: 'Sample sea surface temperature',
      description:
        'sea surface temperature (degree_Celsius) on time 150 × lat 180.',
      provenance: {
        providers: [{ name: 'Example Institute', roles: ['producer'] }],
        license: 'CC-BY-4.0'
      },
      maintainers: [{ name: 'Ann Example', github: 'ann' }],
      'ncviewjs:meta_yaml_url': draft().metaUrl,
      tags: ['ocean', 'SST', 'zarr'],
      stores: [
        {
          id: 'sst-daily',
          name: 'sst daily',
          url: 'gs://leap-persistent/funky-user/data/sst-daily.zarr'
        }
      ]
    });
  });

  it('T05 quotes what would be YAML', () => {
    const title = 'x: [1, {a: &b !!python/object:os.system "c"}] # \n- é\u202e';

    expect(
      ingested({ ...draft(), title, license: 'no', tags: '1e3, null' })
    ).toMatchObject({
      title: title.trim(),
      provenance: { license: 'no' },
      tags: ['1e3', 'null']
    });
  });
});

describe('DescribeForm', () => {
  /** The form's own element, without the widget around it. */
  class Shown extends DescribeForm {
    element(): React.JSX.Element {
      return this.render();
    }
  }

  it('shows what is wrong beside its field, and the files as they will be', async () => {
    const form = new Shown({ feedstock: draft(), folder: '' }, false, trans);
    render(form.element());
    const maintainer = screen.getByLabelText(/^Looked after by/);
    expect(screen.getByText('Say who looks after it.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText(/^Title/));

    await userEvent.type(maintainer, 'Ann Example');

    expect(screen.queryByText('Say who looks after it.')).toBeNull();
    expect(
      screen.getByRole('group', { name: 'Content of meta.yaml' }).textContent
    ).toContain('- name: "Ann Example"');
    expect(form.getValue().feedstock.maintainer).toBe('Ann Example');
  });

  it('calls a field wrong once its reader was there, and not before', async () => {
    const form = new Shown({ feedstock: draft(), folder: '' }, false, trans);
    render(form.element());
    const maintainer = screen.getByLabelText(/^Looked after by/);
    expect(maintainer.getAttribute('aria-invalid')).toBe('false');

    await userEvent.click(maintainer);
    await userEvent.tab();

    expect(maintainer.getAttribute('aria-invalid')).toBe('true');
  });

  it('goes to the first field that is wrong when the files were to be created', () => {
    const feedstock = { ...draft(), license: 'CC0-1.0', maintainer: '' };
    render(new Shown({ feedstock, folder: '' }, true, trans).element());

    expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true');
  });
});

describe('requestAddress', () => {
  it('fills in the hub’s form', () => {
    expect(requestAddress(REQUEST, ' sea & ice ')).toBe(
      `${REQUEST}&title=New+Dataset+%5Bsea+%26+ice%5D&name=sea+%26+ice`
    );
  });

  it('leaves other addresses as they are, and refuses what is none', () => {
    expect(requestAddress('https://example.org/ask', 'x')).toBe(
      'https://example.org/ask'
    );
    expect(requestAddress('javascript:alert(1)', 'x')).toBeNull();
  });
});
