import type { Dataset, StoreReach } from '../contract';
import { printable } from './terminal';

/** A data set and what asking its stores came to, in their order. */
export interface IChecked {
  readonly dataset: Dataset;
  readonly stores: readonly StoreReach[];
}

/**
 * Whether a store opens from here.
 */
export function isOpen({ status }: Pick<StoreReach, 'status'>): boolean {
  return status === 'anonymous' || status === 'hub';
}

const STATUS: Readonly<Record<StoreReach['status'], string>> = {
  anonymous: 'opens from here',
  hub: 'opens on this hub only',
  refused: 'may not be read',
  missing: 'is not there',
  unreachable: 'does not answer',
  unknown: 'not checked'
};

/**
 * What `leap catalog show` prints: the record, then each store with its code.
 */
export function datasetText(
  dataset: Dataset,
  checks: readonly StoreReach[]
): string {
  const facts: [string, string | null][] = [
    ['Id', dataset.id],
    ['Tags', dataset.tags.join(', ')],
    ['Licence', dataset.license],
    ['From', dataset.providers.map(({ name }) => name).join(', ')],
    ['Kept by', dataset.maintainers.map(({ name }) => name).join(', ')],
    ...dataset.links.map(({ label, text }): [string, string] => [
      'Link',
      `${label}: ${text}`
    ])
  ];
  return [
    printable(dataset.title),
    ...dataset.description.split('\n').map(printable),
    '',
    ...facts
      .filter(([, value]) => value)
      .map(([name, value]) => `${name.padEnd(8)} ${printable(value ?? '')}`),
    ...dataset.stores.flatMap((store, index) => {
      const check = checks[index];
      const code = check?.code ?? store;
      return [
        '',
        `${printable(store.name)} (${check ? STATUS[check.status] : 'not checked'})`,
        ...(check?.reason ? [`  ${printable(check.reason)}`] : []),
        ...(code.note === null ? [] : [`  ${printable(code.note)}`]),
        ...(code.snippet ?? store.url)
          .split('\n')
          .map(line => `    ${printable(line)}`)
      ];
    })
  ]
    .map(line => `${line}\n`)
    .join('');
}

/**
 * What `leap catalog check` prints: a line for each store, those that do not open with the reason, and a sum.
 */
export function checksText(checked: readonly IChecked[]): string {
  const all = checked.flatMap(({ stores }) => stores);
  const lines = checked.flatMap(({ dataset, stores }) => [
    printable(dataset.title),
    ...stores.map((check, index) => {
      const { url = '' } = dataset.stores[index] ?? {};
      const form = check.form === null ? '' : `, ${check.form}`;
      const why = check.reason === null ? '' : ` ${check.reason}`;
      return `  ${isOpen(check) ? '+' : '-'} ${printable(url)}: ${STATUS[check.status]}${form}.${printable(why)}`;
    })
  ]);
  const open = all.filter(isOpen).length;
  return `${[...lines, `${open} of ${all.length} stores open from here.`].join('\n')}\n`;
}
