import type { Contents } from '../../../../contract';
import { slugOf, type IFeedstock } from './feedstock';

/** Attributes by which data sets say it themselves, the better word first: CF, ACDD and what people write. */
const NAMES = {
  title: ['title', 'name'],
  description: ['summary', 'description', 'abstract', 'comment'],
  license: ['license', 'licence'],
  provider: ['institution', 'publisher_name', 'source'],
  providerUrl: ['publisher_url', 'references', 'creator_url'],
  maintainer: ['creator_name', 'contact', 'author'],
  tags: ['keywords']
} as const;

/**
 * A description to begin with: what the store's own attributes say, and what its variables are.
 *
 * @param contents - Null: it could not be read, so there is little to begin with.
 * @param requestUrl - Of the hub's catalog, which says whose repositories hold feedstocks.
 */
export function draftOf(
  url: string,
  contents: Contents | null,
  requestUrl: string | null
): IFeedstock {
  const said = new Map(
    contents?.kind === 'arrays'
      ? contents.attributes.map(({ name, value }) => [
          name.toLowerCase(),
          plain(value)
        ])
      : []
  );
  const find = (field: keyof typeof NAMES): string =>
    NAMES[field].map(name => said.get(name)).find(Boolean) ?? '';
  const title = find('title') || titleOf(url);
  const owner =
    /^https:\/\/github\.com\/([\w.-]+)\//.exec(requestUrl ?? '')?.[1] ??
    'your-organisation';
  const page = find('providerUrl');
  return {
    title,
    description: find('description') || variablesText(contents),
    license: find('license'),
    provider: find('provider'),
    providerUrl: /^https?:\/\/\S+$/.test(page) ? page : '',
    maintainer: find('maintainer'),
    github: '',
    tags: [...find('tags').split(','), formatTag(contents)]
      .map(tag => tag.trim())
      .filter(tag => tag !== '')
      .join(', '),
    storeName: titleOf(url),
    storeUrl: url.replace(/\/+$/, ''),
    metaUrl: `https://github.com/${owner}/${slugOf(title)}_feedstock/blob/main/feedstock/meta.yaml`
  };
}

/** Attributes come in words; a text of JSON loses its quotes. */
function plain(value: string): string {
  const unquoted = /^"(.*)"$/s.exec(value)?.[1];
  return (unquoted ?? value).trim();
}

function titleOf(url: string): string {
  const last = url.replace(/\/+$/, '').split('/').at(-1) ?? '';
  return last.replace(/\.\w+$/, '').replace(/[-_]+/g, ' ');
}

function formatTag(contents: Contents | null): string {
  return contents?.kind === 'arrays' && /zarr/i.test(contents.format)
    ? 'zarr'
    : '';
}

function variablesText(contents: Contents | null): string {
  if (contents?.kind !== 'arrays') {
    return '';
  }
  const data = contents.variables.filter(({ isCoordinate }) => !isCoordinate);
  const names = data.map(({ path, longName, units }) =>
    [longName ?? path, units === null ? '' : ` (${units})`].join('')
  );
  const sizes = contents.dimensions.map(
    ({ name, size }) => `${name} ${String(size)}`
  );
  return names.length === 0
    ? ''
    : `${names.slice(0, 10).join(', ')} on ${sizes.join(' × ')}.`;
}
