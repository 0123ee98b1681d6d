import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { Bucket } from '../../../../contract';
import { Choice } from './choice';
import { FolderField, folderUrl, type IFolder } from './folder-field';
import type { ILastingWish } from './lasting-text';

/** A wish while it is typed: the folder may still lack its slash. */
export type LastingDraft = Omit<ILastingWish, 'folder'> & {
  readonly folder: IFolder;
};

/** The wish that a draft comes to. */
export function wishOf(draft: LastingDraft): ILastingWish {
  return { ...draft, folder: folderUrl(draft.folder) };
}

interface ILastingFormProps {
  draft: LastingDraft;
  buckets: readonly Bucket[];
  onChange: (draft: LastingDraft) => void;
  trans: TranslationBundle;
}

/**
 * What those who give lasting access have to know: for whom, which folder, and what for.
 */
export function LastingForm({
  draft,
  buckets,
  onChange,
  trans
}: ILastingFormProps): React.JSX.Element {
  const set: Setter = field => value => {
    onChange({ ...draft, [field]: value });
  };
  return (
    <>
      <Whom draft={draft} set={set} trans={trans} />
      <FolderField
        buckets={buckets}
        folder={draft.folder}
        onChange={set('folder')}
        trans={trans}
      />
      <Choice
        label={trans.__('Access')}
        value={draft.access}
        onChange={set('access')}
        options={[
          ['read', trans.__('read')],
          ['write', trans.__('read and write')]
        ]}
      />
      <TextField
        label={trans.__('What it is needed for')}
        value={draft.purpose}
        maxLength={500}
        onChange={set('purpose')}
      />
    </>
  );
}

/** Makes what a field calls with its new value. */
type Setter = <K extends keyof LastingDraft>(
  field: K
) => (value: LastingDraft[K]) => void;

function Whom({
  draft,
  set,
  trans
}: Pick<ILastingFormProps, 'draft' | 'trans'> & {
  set: Setter;
}): React.JSX.Element {
  return (
    <>
      <Choice
        label={trans.__('For')}
        value={draft.who}
        onChange={set('who')}
        options={[
          ['person', trans.__('me, by a Google Group')],
          ['program', trans.__('a program, by a service account')]
        ]}
      />
      <TextField
        label={
          draft.who === 'person'
            ? trans.__('Your Google account (a Gmail address)')
            : trans.__('Repository of the program')
        }
        value={draft.account}
        maxLength={256}
        onChange={set('account')}
      />
    </>
  );
}

function TextField({
  label,
  value,
  maxLength,
  onChange
}: {
  label: string;
  value: string;
  maxLength: number;
  onChange: (value: string) => void;
}): React.JSX.Element {
  const id = React.useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="jp-LeapInput"
        value={value}
        maxLength={maxLength}
        onChange={event => {
          onChange(event.target.value);
        }}
      />
    </>
  );
}
