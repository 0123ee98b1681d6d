import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { MAX_TEXT } from './search-state';

interface ISearchBoxProps {
  text: string;
  trans: TranslationBundle;
  onSearch: (text: string) => void;
  /** Enter: open the first result. */
  onEnter: () => void;
  /** Arrow down: go to the results. */
  onDown: () => void;
}

/**
 * The search box. What is typed is looked for at once.
 */
export function SearchBox({
  text,
  trans,
  onSearch,
  onEnter,
  onDown
}: ISearchBoxProps): React.JSX.Element {
  return (
    <div role="search">
      <input
        type="search"
        className="jp-LeapInput"
        value={text}
        maxLength={MAX_TEXT}
        placeholder={trans.__('sea level, rainfall, slp…')}
        aria-label={trans.__('Search the catalog')}
        autoComplete="off"
        spellCheck={false}
        onChange={event => {
          onSearch(event.target.value);
        }}
        onKeyDown={event => {
          // Enter also ends the composition of a character; that is not an answer yet.
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
            event.preventDefault();
            onEnter();
          } else if (event.key === 'ArrowDown') {
            event.preventDefault();
            onDown();
          }
        }}
      />
    </div>
  );
}
