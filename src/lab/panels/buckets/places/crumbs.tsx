import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import { Name } from '../../../components/name';
import { crumbsOf, type IFolder } from '../folder/folder';
import type { IBucketsModel } from '../buckets-model';
import { keepIcon, keptIcon } from '../icons';
import type { IBucketsState } from '../state';
import { includes, isKeepable } from './visited';

interface ICrumbsProps {
  readonly state: IBucketsState;
  readonly folder: IFolder;
  readonly model: IBucketsModel;
  readonly trans: TranslationBundle;
}

/**
 * The way to the open folder, each step a button: the last one lists it again.
 */
export function Crumbs({
  state,
  folder,
  model,
  trans
}: ICrumbsProps): React.JSX.Element {
  const crumbs = crumbsOf(folder);
  return (
    <nav className="jp-LeapCrumbs" aria-label={trans.__('Path')}>
      <ol>
        {crumbs.map((crumb, at) => (
          <li key={crumb.folder.prefix}>
            <button
              type="button"
              className="jp-LeapCrumbs-step"
              aria-current={at === crumbs.length - 1 ? 'page' : undefined}
              onClick={() => {
                const below = crumbs[at + 1]?.name;
                void (below === undefined
                  ? model.refresh()
                  : model.open(crumb.folder, `${below}/`));
              }}
            >
              <Name name={crumb.name} />
            </button>
            <span aria-hidden="true">/</span>
          </li>
        ))}
      </ol>
      {isKeepable(state) && (
        <Star
          isKept={includes(state.bookmarks, folder)}
          model={model}
          trans={trans}
        />
      )}
    </nav>
  );
}

function Star({
  isKept,
  model,
  trans
}: Pick<ICrumbsProps, 'model' | 'trans'> & {
  readonly isKept: boolean;
}): React.JSX.Element {
  const icon = isKept ? keptIcon : keepIcon;
  return (
    <button
      type="button"
      className="jp-LeapCrumbs-star"
      aria-pressed={isKept}
      title={
        isKept
          ? trans.__('Take this folder out of the bookmarks')
          : trans.__('Bookmark this folder')
      }
      aria-label={trans.__('Bookmark')}
      onClick={() => {
        model.toggleBookmark();
      }}
    >
      <icon.react tag="span" className="jp-LeapBuckets-mark" />
    </button>
  );
}
