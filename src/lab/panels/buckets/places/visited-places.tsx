import { caretDownEmptyIcon } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { MiddleName } from '../../../components/middle-name';
import { visibleName } from '../../../visible';
import type { IBucketsModel } from '../buckets-model';
import { gsPath, type IFolder } from '../folder/folder';
import { keptIcon } from '../icons';
import type { IBucketsState } from '../state';
import { includes } from './visited';

interface IVisitedProps {
  readonly state: IBucketsState;
  readonly model: IBucketsModel;
  readonly trans: TranslationBundle;
}

/**
 * Bookmarks and recent places, unfolded by a button beside the buckets; Escape folds them again.
 */
export function Visited({
  state,
  model,
  trans
}: IVisitedProps): React.JSX.Element {
  const [isOpen, setOpen] = React.useState(false);
  const button = React.useRef<HTMLButtonElement>(null);
  const { bookmarks, recent } = state;
  const others = recent.filter(folder => !includes(bookmarks, folder));
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (isOpen && event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
  };
  const go = (folder: IFolder): void => {
    close();
    void model.open(folder);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="jp-LeapButton"
        aria-expanded={isOpen}
        title={trans.__('Bookmarks and recent places')}
        aria-label={trans.__('Bookmarks and recent places')}
        onKeyDown={onKeyDown}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        <keptIcon.react tag="span" className="jp-LeapBuckets-mark" />
        <caretDownEmptyIcon.react tag="span" className="jp-LeapBuckets-mark" />
      </button>
      {isOpen && (
        <div className="jp-LeapVisited" onKeyDown={onKeyDown}>
          <Folders title={trans.__('Bookmarks')} folders={bookmarks} go={go} />
          <Folders title={trans.__('Recent')} folders={others} go={go} />
        </div>
      )}
    </>
  );
}

function Folders({
  title,
  folders,
  go
}: {
  readonly title: string;
  readonly folders: readonly IFolder[];
  readonly go: (folder: IFolder) => void;
}): React.JSX.Element | null {
  return folders.length === 0 ? null : (
    <section aria-label={title}>
      <strong>{title}</strong>
      <ul>
        {folders.map(folder => (
          <li key={gsPath(folder)}>
            <button
              type="button"
              aria-label={visibleName(gsPath(folder))}
              onClick={() => {
                go(folder);
              }}
            >
              <MiddleName name={gsPath(folder)} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
