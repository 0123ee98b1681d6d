import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { StoreVersion, StoreVersions } from '../../contract';
import { visible } from '../visible';
import type { IContentsModel } from './contents-model';

interface IVersionChoiceProps {
  readonly versions: StoreVersions;
  readonly model: IContentsModel;
  readonly trans: TranslationBundle;
}

/**
 * Chooses which version of a data set is looked at; nothing where there is one only.
 */
export function VersionChoice({
  versions,
  model,
  trans
}: IVersionChoiceProps): React.JSX.Element | null {
  const id = React.useId();
  const { shown, branches, tags } = versions;
  if (branches.length + tags.length < 2) {
    return null;
  }
  return (
    <div className="jp-LeapContents-version">
      <label htmlFor={id}>{trans.__('Version')}</label>
      <select
        id={id}
        value={keyOf(shown)}
        onChange={event => {
          void model.choose(versionOf(event.target.value));
        }}
      >
        <Names label={trans.__('Branches')} kind="branch" names={branches} />
        <Names label={trans.__('Tags')} kind="tag" names={tags} />
      </select>
    </div>
  );
}

function Names({
  label,
  kind,
  names
}: {
  readonly label: string;
  readonly kind: StoreVersion['kind'];
  readonly names: readonly string[];
}): React.JSX.Element | null {
  return names.length === 0 ? null : (
    <optgroup label={label}>
      {names.map(name => (
        <option key={name} value={keyOf({ kind, name })}>
          {visible(name)}
        </option>
      ))}
    </optgroup>
  );
}

/** A branch and a tag may have the same name. */
function keyOf({ kind, name }: StoreVersion): string {
  return `${kind} ${name}`;
}

function versionOf(key: string): StoreVersion {
  const name = key.slice(key.indexOf(' ') + 1);
  return { kind: key.startsWith('tag ') ? 'tag' : 'branch', name };
}
