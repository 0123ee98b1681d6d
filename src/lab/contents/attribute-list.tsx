import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import type { Attribute } from '../../contract';
import { visible } from '../visible';

interface IAttributeListProps {
  readonly attributes: readonly Attribute[];
  readonly trans: TranslationBundle;
}

/**
 * Attributes, folded away until they are wanted: text from outside, shown as text.
 */
export function AttributeList({
  attributes,
  trans
}: IAttributeListProps): React.JSX.Element | null {
  if (attributes.length === 0) {
    return null;
  }
  return (
    <details className="jp-LeapContents-more">
      <summary>
        {trans._n('%1 attribute', '%1 attributes', attributes.length)}
      </summary>
      <Facts facts={attributes.map(({ name, value }) => [name, value])} />
    </details>
  );
}

/**
 * Terms and what they are, with nothing hidden in them.
 */
export function Facts({
  facts
}: {
  readonly facts: readonly (readonly [term: string, text: string])[];
}): React.JSX.Element {
  return (
    <dl className="jp-LeapFacts">
      {facts.map(([term, text]) => (
        <div key={term} className="jp-LeapFacts-fact">
          <dt>
            <bdi>{visible(term)}</bdi>
          </dt>
          <dd>
            <bdi>{visible(text)}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
