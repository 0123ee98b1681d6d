import type { TranslationBundle } from '@jupyterlab/translation';
import type { INewFile } from '../../../create-files';
import { webAddress } from '../../../web-address';
import { yamlString } from '../../../yaml-string';

/**
 * What the hub's ingestion wants to know of a data set, as it is typed.
 *
 * Its form: https://github.com/leap-stc/leap-data-management-utils/blob/main/docs/catalog.md
 */
export interface IFeedstock {
  readonly title: string;
  readonly description: string;
  /** A name of https://spdx.org/licenses, or words. */
  readonly license: string;
  readonly provider: string;
  readonly providerUrl: string;
  readonly maintainer: string;
  readonly github: string;
  /** Separated by commas. */
  readonly tags: string;
  readonly storeName: string;
  readonly storeUrl: string;
  /** Where meta.yaml will be: the catalog reads it there. */
  readonly metaUrl: string;
}

/**
 * What is wrong with a field.
 */
export interface IProblem {
  readonly field: keyof IFeedstock;
  /** One sentence. */
  readonly text: string;
}

/** GitHub's own rule. */
const GITHUB_NAME = /^[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}$/;
const STORE_ADDRESS = /^(?:gs|s3|https?):\/\/[^\s/]+\/\S+$/;

/**
 * What the ingestion would refuse, or a reader would miss.
 */
export function problemsOf(
  feedstock: IFeedstock,
  trans: TranslationBundle
): readonly IProblem[] {
  const required: readonly [keyof IFeedstock, string][] = [
    ['title', trans.__('It needs a title.')],
    ['description', trans.__('It needs a description.')],
    ['license', trans.__('Say under which licence it may be used.')],
    ['provider', trans.__('Say who made it.')],
    ['maintainer', trans.__('Say who looks after it.')]
  ];
  const missing = required
    .filter(([field]) => feedstock[field].trim() === '')
    .map(([field, text]): IProblem => ({ field, text }));
  const wrong: (IProblem | false)[] = [
    feedstock.providerUrl.trim() !== '' &&
      webAddress(feedstock.providerUrl.trim()) === null && {
        field: 'providerUrl',
        text: trans.__('The provider’s page must begin with https://.')
      },
    feedstock.github.trim() !== '' &&
      !GITHUB_NAME.test(feedstock.github.trim()) && {
        field: 'github',
        text: trans.__('This is no name of GitHub.')
      },
    !STORE_ADDRESS.test(feedstock.storeUrl.trim()) && {
      field: 'storeUrl',
      text: trans.__(
        'The store’s address must begin with gs://, s3:// or https://.'
      )
    },
    !/\/meta\.ya?ml$/.test(
      webAddress(feedstock.metaUrl.trim())?.pathname ?? ''
    ) && {
      field: 'metaUrl',
      text: trans.__(
        'The address of meta.yaml must begin with https:// and end with its name.'
      )
    }
  ];
  return [...missing, ...wrong.filter(each => each !== false)];
}

/**
 * The two files of a feedstock, as they will be.
 */
export function feedstockFiles(feedstock: IFeedstock): readonly INewFile[] {
  const text = (field: keyof IFeedstock): string =>
    yamlString(feedstock[field].trim());
  const optional = (
    indent: string,
    name: string,
    field: keyof IFeedstock
  ): string[] =>
    feedstock[field].trim() === '' ? [] : [`${indent}${name}: ${text(field)}`];
  const tags = tagsOf(feedstock);
  const meta = [
    `title: ${text('title')}`,
    `description: ${text('description')}`,
    'provenance:',
    '  providers:',
    `    - name: ${text('provider')}`,
    '      roles:',
    '        - producer',
    ...optional('      ', 'url', 'providerUrl'),
    `  license: ${text('license')}`,
    'maintainers:',
    `  - name: ${text('maintainer')}`,
    ...optional('    ', 'github', 'github')
  ];
  const catalog = [
    `"ncviewjs:meta_yaml_url": ${text('metaUrl')}`,
    ...(tags.length > 0
      ? ['tags:', ...tags.map(tag => `  - ${yamlString(tag)}`)]
      : []),
    'stores:',
    `  - id: ${yamlString(storeId(feedstock))}`,
    `    name: ${yamlString(feedstock.storeName.trim() || feedstock.title.trim())}`,
    `    url: ${text('storeUrl')}`
  ];
  return [
    { name: 'meta.yaml', text: `${meta.join('\n')}\n` },
    { name: 'catalog.yaml', text: `${catalog.join('\n')}\n` }
  ];
}

/**
 * A name without anything that an address or a folder would mind: `sea-surface-height`.
 */
export function slugOf(title: string): string {
  return (
    title
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'data-set'
  );
}

function storeId({ storeUrl, title }: IFeedstock): string {
  const last = storeUrl.trim().replace(/\/+$/, '').split('/').at(-1) ?? '';
  return slugOf(last.replace(/\.(zarr|nc|parquet|json)$/, '') || title);
}

function tagsOf({ tags }: IFeedstock): readonly string[] {
  const each = tags.split(',').map(tag => tag.trim());
  return [...new Set(each.filter(tag => tag !== ''))];
}
