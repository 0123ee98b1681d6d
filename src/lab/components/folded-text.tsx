import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { Button } from './button';

interface IFoldedTextProps {
  /** Made visible already. */
  text: string;
  /** Longer texts are folded, in characters. */
  longest: number;
  /** What the text is, for who hears the button: "the description". */
  name: string;
  trans: TranslationBundle;
}

/**
 * Text from outside; of a long one the beginning, and the rest when it is wanted.
 */
export function FoldedText({
  text,
  longest,
  name,
  trans
}: IFoldedTextProps): React.JSX.Element {
  const [isWhole, setWhole] = React.useState(false);
  if (text.length <= longest) {
    return <bdi>{text}</bdi>;
  }
  return (
    <>
      <bdi>{isWhole ? text : beginning(text, longest)}</bdi>{' '}
      <Button
        label={isWhole ? trans.__('Show Less') : trans.__('Show All')}
        name={
          isWhole
            ? trans.__('Show less of %1', name)
            : trans.__('Show all of %1', name)
        }
        onClick={() => {
          setWhole(!isWhole);
        }}
      />
    </>
  );
}

/** Some whole words of a text, at most so many characters. */
function beginning(text: string, longest: number): string {
  // A character of two units is not cut in half.
  const cut = text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '');
  const words = cut.replace(/\s+\S*$/, '');
  // JSON may have no blank for hundreds of characters.
  return `${words.length > longest / 2 ? words : cut}…`;
}
