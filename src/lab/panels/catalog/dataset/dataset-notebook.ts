import type { TranslationBundle } from '@jupyterlab/translation';
import type { DatasetPage } from '../../../../contract';
import { markdownText } from '../../../markdown-text';
import type { INewCell } from '../../../notebook-cells';
import { lackText } from '../../../lacking-packages';
import { webAddress } from '../../../web-address';
import { citationMarkdown } from './citation';
import type { IShownStore } from './shown-stores';
import { badgeOf } from '../words';

interface IOptions {
  dataset: DatasetPage;
  store: IShownStore;
  /** Null: the server does not say. */
  imageSpec: string | null;
  now: Date;
  trans: TranslationBundle;
}

/** A name and what it is, as Markdown. */
type Fact = [name: string, text: string];

/**
 * A notebook that begins with a data set: what it is, its licence, how to cite it, in which image it was opened, and the
 * code that opens it.
 */
export function datasetCells(options: IOptions): INewCell[] {
  return [
    { type: 'markdown', source: aboutText(options) },
    { type: 'code', source: options.store.snippet ?? '' }
  ];
}

function aboutText(options: IOptions): string {
  const { dataset, store, imageSpec, trans } = options;
  const facts: Fact[] = [
    [trans.__('Licence'), licenceText(dataset, trans)],
    [
      trans.__('Cite as'),
      citationMarkdown({ ...options, storeUrl: store.url })
    ],
    [
      trans.__('Store'),
      `${markdownText(store.name)}, ${markdownText(store.url)}`
    ],
    ...(store.check === null
      ? []
      : [[trans.__('Checked'), checkText(store.check, trans)] satisfies Fact]),
    ...(imageSpec === null
      ? []
      : [[trans.__('Image'), markdownText(imageSpec)] satisfies Fact])
  ];
  const description = dataset.description.split('\n\n', 1)[0] ?? '';
  return [
    `# ${markdownText(dataset.title)}`,
    ...(description === '' ? [] : [markdownText(description)]),
    facts.map(([name, text]) => `- **${name}:** ${text}`).join('\n'),
    ...(store.missing.length > 0 ? [lackText(store.missing, trans)] : [])
  ].join('\n\n');
}

function licenceText(
  { license, licenseUrl }: DatasetPage,
  trans: TranslationBundle
): string {
  const name = markdownText(license ?? trans.__('not said'));
  const url = licenseUrl === null ? null : webAddress(licenseUrl);
  return url === null ? name : `${name}, <${url.href}>`;
}

function checkText(
  { status, checkedAt }: NonNullable<IShownStore['check']>,
  trans: TranslationBundle
): string {
  return trans.__(
    '%1 on %2',
    badgeOf(status, trans).text,
    checkedAt.slice(0, 10)
  );
}
