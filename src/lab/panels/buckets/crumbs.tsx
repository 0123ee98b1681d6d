import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';
import { Name } from '../../components/name';
import { crumbsOf, type IFolder } from './folder';
import type { IBucketsModel } from './model';

interface ICrumbsProps {
  readonly folder: IFolder;
  readonly model: IBucketsModel;
  readonly trans: TranslationBundle;
}

/**
 * The way to the open folder, each step a button: the last one lists it again.
 */
export function Crumbs({
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
    </nav>
  );
}
