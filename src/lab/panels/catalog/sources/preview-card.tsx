import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import type { SourcePreview } from '../../../../contract';
import { Button } from '../../../components/button';
import { formatCount } from '../../../format';
import { visible } from '../../../visible';
import { SkippedParts } from './skipped-parts';
import { amountText, catalogFormText } from './source-words';

interface IPreviewCardProps {
  found: SourcePreview;
  /** It is among the user's sources already. */
  isKnown: boolean;
  /** No more can be added. */
  isFull: boolean;
  trans: TranslationBundle;
  onAdd: (address: string) => void;
}

/**
 * What is in a catalog that was looked at, and the button that adds it.
 */
export function PreviewCard({
  found,
  isKnown,
  isFull,
  trans,
  onAdd
}: IPreviewCardProps): React.JSX.Element {
  const { address, form, known } = found;
  const obstacle = obstacleText(found, isKnown, isFull, trans);
  return (
    <section className="jp-LeapCard" aria-label={trans.__('What is in it')}>
      <strong>{catalogFormText(form, trans)}</strong>
      <p>{amountText(found, trans)}</p>
      {known > 0 && (
        <p className="jp-LeapQuiet">
          {trans._n(
            '%2 of them is listed by another source already, and is shown once.',
            '%2 of them are listed by other sources already, and are shown once.',
            known,
            formatCount(known)
          )}
        </p>
      )}
      <Titles found={found} trans={trans} />
      <SkippedParts
        count={found.skippedCount}
        parts={found.skipped}
        trans={trans}
      />
      {obstacle === null ? (
        <div className="jp-LeapCard-actions">
          <Button
            label={trans.__('Add This Catalog')}
            primary
            onClick={() => {
              onAdd(address);
            }}
          />
        </div>
      ) : (
        <p>{obstacle}</p>
      )}
    </section>
  );
}

/** The first titles, and how many more there are. */
function Titles({
  found: { titles, datasets },
  trans
}: Pick<IPreviewCardProps, 'found' | 'trans'>): React.JSX.Element | null {
  const more = datasets - titles.length;
  return titles.length === 0 ? null : (
    <ul>
      {titles.map((title, index) => (
        <li key={index}>
          <bdi>{visible(title)}</bdi>
        </li>
      ))}
      {more > 0 && (
        <li className="jp-LeapQuiet">
          {trans.__('and %1 more', formatCount(more))}
        </li>
      )}
    </ul>
  );
}

/** Why it is not added; null: it can be. */
function obstacleText(
  { datasets }: SourcePreview,
  isKnown: boolean,
  isFull: boolean,
  trans: TranslationBundle
): string | null {
  if (datasets === 0) {
    return trans.__('It lists no data set that could be read.');
  }
  if (isKnown) {
    return trans.__('You added it before.');
  }
  return isFull
    ? trans.__('You have as many catalogs as are searched. Remove one first.')
    : null;
}
