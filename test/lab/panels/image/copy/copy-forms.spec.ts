import type { Image } from '../../../../../src/contract';
import {
  COPY_FORMS,
  copyForm,
  isCopyForm,
  type CopyForm
} from '../../../../../src/lab/panels/image/copy/copy-forms';
import { image, NO_IMAGE } from '../../../../support/image/answers';

const PACKAGES = [
  { name: 'xarray', version: '2026.5.0' },
  { name: 'zarr', version: '3.2' }
];

function copied(form: CopyForm, of: Image = image()): string | null {
  return copyForm(form, { image: of, packages: PACKAGES });
}

describe('copyForm', () => {
  it('gives the string for the hub’s Custom image field', () => {
    expect(copied('custom-image')).toBe('pangeo/pangeo-notebook:2026.06.04');
  });

  it('adds the tag that is assumed, without which the hub’s field refuses it', () => {
    const bare = image({ spec: 'pangeo/pangeo-notebook', pinned: 'none' });

    expect(copied('custom-image', bare)).toBe('pangeo/pangeo-notebook:latest');
  });

  it('gives a line that runs the image and one that builds on it', () => {
    expect(copied('docker-run')).toBe(
      'docker run --rm -it -p 8888:8888 pangeo/pangeo-notebook:2026.06.04 jupyter lab --ip 0.0.0.0'
    );
    expect(copied('dockerfile-from')).toBe(
      'FROM pangeo/pangeo-notebook:2026.06.04'
    );
  });

  it('cites the image as text, Markdown and BibTeX', () => {
    expect(copied('citation-text')).toBe(
      'The analysis ran in the container image pangeo/pangeo-notebook, tag 2026.06.04 (https://hub.docker.com/r/pangeo/pangeo-notebook), with Python 3.12.11, xarray 2026.5.0, zarr 3.2.'
    );
    expect(copied('citation-markdown')).toBe(
      'The analysis ran in the container image [pangeo/pangeo-notebook](https://hub.docker.com/r/pangeo/pangeo-notebook), tag 2026.06.04, with Python 3.12.11, xarray 2026.5.0, zarr 3.2.'
    );
    expect(copied('citation-bibtex')).toBe(
      [
        '@misc{pangeo-pangeo-notebook-2026-06-04,',
        '  title = {{pangeo/pangeo-notebook: container image}},',
        '  author = {{pangeo}},',
        '  version = {2026.06.04},',
        '  year = {2026},',
        '  howpublished = {\\url{https://hub.docker.com/r/pangeo/pangeo-notebook}},',
        '  note = {Python 3.12.11, xarray 2026.5.0, zarr 3.2}',
        '}',
        ''
      ].join('\n')
    );
  });

  it('cites a digest, and no page of a registry that has none', () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    const private_ = image({
      reference: {
        registry: 'us-docker.pkg.dev',
        organisation: 'a/b',
        name: 'i_x',
        repository: 'a/b/i_x',
        tag: null,
        digest
      },
      pythonVersion: null
    });

    expect(copied('citation-text', private_)).toBe(
      `The analysis ran in the container image a/b/i_x, digest ${digest}, with xarray 2026.5.0, zarr 3.2.`
    );
    expect(copied('citation-markdown', private_)).toContain('a/b/i\\_x');
    expect(copied('citation-bibtex', private_)).toContain('{{a/b/i\\_x: ');
    expect(copied('citation-bibtex', private_)).not.toContain('year');
  });

  it('B47 B50 gives nothing for an image that is not named or could not be read', () => {
    const odd = image({ spec: 'o/i:1\nRUN x', reference: null });
    for (const form of COPY_FORMS) {
      expect(copied(form, NO_IMAGE)).toBeNull();
      expect(copied(form, odd)).toBeNull();
    }
  });
});

describe('isCopyForm', () => {
  it('knows the forms and nothing else', () => {
    expect(COPY_FORMS.every(isCopyForm)).toBe(true);
    expect(['x', '', null, 1, '__proto__'].some(isCopyForm)).toBe(false);
  });
});
