import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type {
  ImageContents,
  NotebookContents,
  TextContents
} from '../../contract';
import { visible } from '../visible';
import { ContentsNotes } from './contents-notes';

interface IProps<C> {
  readonly contents: C;
  readonly trans: TranslationBundle;
}

/**
 * The beginning of a text, as text.
 */
export function TextView({
  contents,
  trans
}: IProps<TextContents>): React.JSX.Element {
  const { format, text, isCut, notes } = contents;
  return (
    <>
      <p className="jp-LeapQuiet">
        {isCut ? trans.__('%1, its beginning.', format) : `${format}.`}
      </p>
      <ContentsNotes notes={notes} />
      <pre
        className="jp-LeapCode jp-LeapContents-text"
        tabIndex={0}
        role="region"
        aria-label={trans.__('Text')}
      >
        {lines(text)}
      </pre>
    </>
  );
}

/**
 * A picture, through an address that only this page has.
 */
export function ImageView({
  contents,
  trans
}: IProps<ImageContents>): React.JSX.Element {
  const [address, setAddress] = React.useState<string | null>(null);
  const [isBroken, setIsBroken] = React.useState(false);
  const { base64, mediaType, format, widthPx, heightPx } = contents;
  React.useEffect(() => {
    const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
    const made = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
    setAddress(made);
    return () => {
      URL.revokeObjectURL(made);
    };
  }, [base64, mediaType]);
  const size = trans.__(
    '%1, %2 × %3 pixels',
    format,
    String(widthPx),
    String(heightPx)
  );
  if (isBroken) {
    return (
      <p className="jp-LeapContents-note">
        {trans.__('%1. It is damaged and cannot be shown.', size)}
      </p>
    );
  }
  return (
    <figure className="jp-LeapSlice">
      {address !== null && (
        <img
          className="jp-LeapContents-image"
          src={address}
          alt={size}
          onError={() => {
            setIsBroken(true);
          }}
        />
      )}
      <figcaption className="jp-LeapQuiet">{size}</figcaption>
    </figure>
  );
}

/**
 * The cells of a notebook as text: neither Markdown nor outputs are rendered.
 */
export function NotebookView({
  contents,
  trans
}: IProps<NotebookContents>): React.JSX.Element {
  const { cells, cellCount, language } = contents;
  const count = trans._n('Notebook, %1 cell', 'Notebook, %1 cells', cellCount);
  return (
    <>
      <p className="jp-LeapQuiet">
        {language === null ? count : `${count} · ${visible(language)}`}
      </p>
      <ol
        className="jp-LeapVariables jp-LeapContents-text"
        tabIndex={0}
        aria-label={trans.__('Cells')}
      >
        {cells.map(({ type, source, outputCount }, at) => (
          <li key={at}>
            <pre className={`jp-LeapCode jp-mod-${type}`}>{lines(source)}</pre>
            {outputCount > 0 && (
              <p className="jp-LeapQuiet">
                {trans._n(
                  '%1 output, not shown',
                  '%1 outputs, not shown',
                  outputCount
                )}
              </p>
            )}
          </li>
        ))}
      </ol>
      {cellCount > cells.length && (
        <p className="jp-LeapQuiet">
          {trans._n('%1 more cell', '%1 more cells', cellCount - cells.length)}
        </p>
      )}
    </>
  );
}

/** Nothing hidden in it; line breaks and tabs are what they are. */
function lines(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map(line => line.split('\t').map(visible).join('\t'))
    .join('\n');
}
