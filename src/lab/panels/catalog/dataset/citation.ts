import type { TranslationBundle } from '@jupyterlab/translation';
import type { DatasetPage } from '../../../../contract';
import { markdownText } from '../../../markdown-text';
import { visible } from '../../../visible';
import { webAddress } from '../../../web-address';

interface IOptions {
  dataset: DatasetPage;
  /** Where the data are, for a data set that has no page of its own; null: nowhere. */
  storeUrl: string | null;
  now: Date;
  trans: TranslationBundle;
}

/** How the parts of a citation are written. */
interface IForm {
  readonly text: (text: string) => string;
  readonly title: (text: string) => string;
  readonly address: (text: string) => string;
}

const MARKDOWN: IForm = {
  text: markdownText,
  title: text => `*${markdownText(text)}.*`,
  address: text => `<${text}>`
};

const PLAIN: IForm = {
  text: visible,
  title: text => `${visible(text)}.`,
  address: text => text
};

/** A citation for a cell of a notebook, in which nothing of a record is markup. */
export function citationMarkdown(options: IOptions): string {
  return citation(options, MARKDOWN);
}

/** A citation for a manuscript, as plain text. */
export function citationText(options: IOptions): string {
  return citation(options, PLAIN);
}

/** Whoever made it, its name, where it is kept, and the day it was read: what style guides ask for of data. */
function citation(
  { dataset, storeUrl, now, trans }: IOptions,
  { text, title, address }: IForm
): string {
  const makers = dataset.providers.map(({ name }) => name).join('; ');
  const pages = [
    ...dataset.providers.map(({ url }) => url),
    ...dataset.links.map(({ url }) => url)
  ];
  const page = pages
    .map(url => (url === null ? null : webAddress(url)))
    .find(url => url !== null);
  const places = page
    ? [`${address(page.href)},`]
    : storeUrl === null
      ? []
      : [`${text(storeUrl)},`];
  return [
    ...(makers === '' ? [] : [`${text(makers)}:`]),
    title(dataset.title),
    ...places,
    trans.__('read on %1.', now.toISOString().slice(0, 10))
  ].join(' ');
}
