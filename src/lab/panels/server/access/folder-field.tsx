import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { Bucket } from '../../../../contract';

/**
 * A folder of a bucket, as it was chosen and typed.
 */
export interface IFolder {
  readonly bucket: string;
  /** Empty, or with its closing slash. */
  readonly prefix: string;
}

interface IFolderFieldProps {
  buckets: readonly Bucket[];
  folder: IFolder;
  onChange: (folder: IFolder) => void;
  trans: TranslationBundle;
}

/**
 * Choose a bucket and name a folder in it. Another bucket begins with the user's own folder there.
 */
export function FolderField({
  buckets,
  folder,
  onChange,
  trans
}: IFolderFieldProps): React.JSX.Element {
  const id = React.useId();
  return (
    <>
      <label htmlFor={`${id}-bucket`}>{trans.__('Bucket')}</label>
      <select
        id={`${id}-bucket`}
        className="jp-LeapInput"
        value={folder.bucket}
        onChange={event => {
          onChange(ownFolder(buckets, event.target.value));
        }}
      >
        {buckets.map(({ name, title }) => (
          <option key={name} value={name}>
            {trans.__('%1 (%2)', title, name)}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-folder`}>
        {trans.__('Folder (empty: the whole bucket)')}
      </label>
      <input
        id={`${id}-folder`}
        className="jp-LeapInput"
        spellCheck={false}
        autoComplete="off"
        maxLength={1024}
        value={folder.prefix}
        onChange={event => {
          onChange({ ...folder, prefix: event.target.value });
        }}
        onBlur={() => {
          onChange(closed(folder));
        }}
      />
    </>
  );
}

/**
 * The user's own folder in a bucket, or the whole bucket where there is none.
 *
 * @param name - Absent: the first bucket.
 */
export function ownFolder(
  buckets: readonly Bucket[],
  name = buckets[0]?.name ?? ''
): IFolder {
  const bucket = buckets.find(each => each.name === name);
  return { bucket: name, prefix: bucket?.ownPrefix ?? '' };
}

/** The folder with the slash that ends it; a name begins without one. */
export function closed({ bucket, prefix }: IFolder): IFolder {
  const name = prefix.replace(/^\/+/, '');
  return {
    bucket,
    prefix: name === '' || name.endsWith('/') ? name : `${name}/`
  };
}

/** `gs://bucket/prefix/` */
export function folderUrl(folder: IFolder): string {
  const { bucket, prefix } = closed(folder);
  return `gs://${bucket}/${prefix}`;
}
