import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import type { Attribute } from '../../contract';
import { FoldedText } from '../components/folded-text';
import { visible } from '../visible';

/** What is longer, as a whole history of commands or a JSON text, is folded. */
const LONGEST_VALUE = 240;

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
      <Facts
        facts={attributes.map(({ name, value }) => [name, value])}
        trans={trans}
      />
    </details>
  );
}

/**
 * Terms and what they are, with nothing hidden in them.
 */
export function Facts({
  facts,
  trans
}: {
  readonly facts: readonly (readonly [term: string, text: string])[];
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  return (
    <dl className="jp-LeapFacts">
      {facts.map(([term, text]) => (
        <div key={term} className="jp-LeapFacts-fact">
          <dt>
            <bdi>{visible(term)}</bdi>
          </dt>
          <dd>
            <FoldedText
              text={visible(text)}
              longest={LONGEST_VALUE}
              name={visible(term)}
              trans={trans}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}
