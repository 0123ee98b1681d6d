import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { CatalogHit } from '../../../../contract';
import { formatCount, formatDate } from '../../../format';
import { visible } from '../../../visible';
import { factsText } from '../dataset/facts-words';
import { formatName } from '../words';

const DAY_MS = 86_400_000;

interface IResultProps {
  hit: CatalogHit;
  trans: TranslationBundle;
  onOpen: (id: string) => void;
}

/**
 * One line of the result list: what it is, what is in it, and whether it opens.
 */
export function Result({
  hit,
  trans,
  onOpen
}: IResultProps): React.JSX.Element {
  const { id, title, summary, variables } = hit;
  const facts = factsText(hit, trans);
  // What is only known in part fits beside the stores.
  const isShort = variables.length === 0;
  return (
    <button
      type="button"
      className="jp-LeapCatalog-result"
      data-id={id}
      onClick={() => {
        onOpen(id);
      }}
    >
      <bdi className="jp-LeapCatalog-title">{visible(title)}</bdi>
      {summary !== '' && isShort && (
        <bdi className="jp-LeapCatalog-line">{visible(summary)}</bdi>
      )}
      {facts !== '' && !isShort && (
        <bdi className="jp-LeapCatalog-line">{facts}</bdi>
      )}
      <span className="jp-LeapQuiet">
        {isShort && facts !== '' && `${facts} · `}
        {storesText(hit, trans)}
      </span>
      <Opens hit={hit} trans={trans} />
    </button>
  );
}

function storesText(
  { formats, storeCount, sources }: CatalogHit,
  trans: TranslationBundle
): string {
  if (storeCount === 0) {
    return trans.__('no stores listed');
  }
  const kinds = formats.map(format => formatName(format, trans)).join(', ');
  const stores = trans._n(
    '%2, %3 store',
    '%2, %3 stores',
    storeCount,
    kinds,
    formatCount(storeCount)
  );
  return sources.length === 0
    ? stores
    : trans.__('%1, from %2', stores, sources.map(visible).join(', '));
}

/** What the last check said: a mark, the same in words, and when. Before the first its line is there, so that no row grows. */
function Opens({
  hit: { opens, storeCount },
  trans
}: Pick<IResultProps, 'hit' | 'trans'>): React.JSX.Element | null {
  if (opens === null) {
    return storeCount === 0 ? null : (
      <span className="jp-LeapQuiet">{trans.__('not checked yet')}</span>
    );
  }
  const { isOpen, checkedAt } = opens;
  const when = checkedText(checkedAt, Date.now(), trans);
  return (
    <span
      className={`jp-LeapCatalog-badge ${isOpen ? 'jp-mod-good' : 'jp-mod-bad'}`}
    >
      <span aria-hidden="true">{isOpen ? '✓' : '✕'}</span>{' '}
      {isOpen
        ? trans.__('opens from here, checked %1', when)
        : trans.__('does not open from here, checked %1', when)}
    </span>
  );
}

/**
 * The day of a check as it fits into a sentence.
 */
function checkedText(
  at: string,
  now: number,
  trans: TranslationBundle
): string {
  const day = (time: number): number => {
    const date = new Date(time);
    return new Date(
      date.getFullYear(),
      date.getMonth(),
      date.getDate()
    ).getTime();
  };
  const days = Math.round((day(now) - day(Date.parse(at))) / DAY_MS);
  if (days <= 0) {
    return trans.__('today');
  }
  return days === 1 ? trans.__('yesterday') : formatDate(at.slice(0, 10), now);
}
