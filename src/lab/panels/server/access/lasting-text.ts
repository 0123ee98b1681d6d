import type { TranslationBundle } from '@jupyterlab/translation';
import { pythonString } from '../../../../contract';
import { posixWord } from '../../../shell-word';

/**
 * What somebody wants lasting access for.
 */
export interface ILastingWish {
  /** `person`: themself, by a Google Group. `program`: something that runs without them, by a service account. */
  readonly who: 'person' | 'program';
  /** A person's Google account, or a program's repository. */
  readonly account: string;
  readonly folder: string;
  readonly access: 'read' | 'write';
  readonly purpose: string;
}

/**
 * The message to those who give access: all they have to ask otherwise.
 */
export function requestText(
  wish: ILastingWish,
  user: string | null,
  trans: TranslationBundle
): string {
  const blank = '____';
  const account = wish.account.trim() || blank;
  const access =
    wish.access === 'read' ? trans.__('read') : trans.__('read and write');
  return [
    wish.who === 'person'
      ? trans.__('Please add me to the Google Group that may reach the data.')
      : trans.__(
          'I would like a service account for a program. Can we discuss how?'
        ),
    '',
    trans.__('Hub user: %1', user ?? blank),
    wish.who === 'person'
      ? trans.__('Google account: %1', account)
      : trans.__('Repository: %1', account),
    trans.__('Folder: %1', wish.folder),
    trans.__('Access: %1', access),
    trans.__('Needed for: %1', wish.purpose.trim() || blank)
  ].join('\n');
}

/**
 * Lines that work once access was given, each with what it is for.
 */
export interface IReadyLine {
  readonly label: string;
  readonly code: string;
}

/**
 * An rclone remote and a gcsfs call for a Google account that has access; nothing secret stands in them.
 *
 * @param folder - `gs://bucket/prefix/`
 */
export function lastingLines(
  folder: string,
  trans: TranslationBundle
): readonly IReadyLine[] {
  const path = folder.replace(/^gs:\/\//, '');
  return [
    {
      label: trans.__('Sign in once, on your own computer'),
      code: 'gcloud auth application-default login'
    },
    {
      label: trans.__('rclone: make a remote, then list the folder'),
      code: [
        'rclone config create leap "google cloud storage" env_auth=true bucket_policy_only=true',
        `rclone lsf ${posixWord(`leap:${path}`)}`
      ].join('\n')
    },
    {
      label: trans.__('Python: open with gcsfs'),
      code: [
        'import gcsfs',
        'fs = gcsfs.GCSFileSystem(token="google_default")',
        `fs.ls(${pythonString(path)})`
      ].join('\n')
    }
  ];
}

/**
 * What must not be done with lasting access.
 */
export function warnings(
  who: ILastingWish['who'],
  trans: TranslationBundle
): readonly string[] {
  return who === 'person'
    ? [
        trans.__(
          'Do not share your Google account or its sign-in with others.'
        ),
        trans.__('Do not copy sign-in files to a shared computer or a bucket.')
      ]
    : [
        trans.__('Do not put a key into a repository, a notebook or a bucket.'),
        trans.__(
          'Do not use your own temporary token in a program: it ends within the hour and may reach more than the program needs.'
        ),
        trans.__(
          'Keep a key in the secrets of the service that runs the program, and ask for it to be deleted when it is not needed.'
        )
      ];
}
