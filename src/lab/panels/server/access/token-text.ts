import type { TranslationBundle } from '@jupyterlab/translation';
import {
  pythonString,
  type TokenReach,
  type TokenWish
} from '../../../../contract';
import type { IReadyLine } from './lasting-text';
import { posixWord } from '../../../shell-word';

/** The environment variable that all ready lines read: a token in a line would end up in a history. */
const VARIABLE = 'LEAP_TOKEN';

/**
 * What a token can do, in one truthful sentence.
 */
export function reachText(
  reach: TokenReach,
  { bucket, prefix, access }: TokenWish,
  trans: TranslationBundle
): string {
  const folder = `gs://${bucket}/${prefix}`;
  switch (reach) {
    case 'folder':
      return access === 'read'
        ? trans.__('This token can read %1 and nothing else.', folder)
        : trans.__(
            'This token can read, write and delete in %1 and do nothing else.',
            folder
          );
    case 'read-everything':
      return trans.__(
        'This token can read everything that this server can: the data of all members, in all buckets. It cannot write.'
      );
    case 'everything':
      return trans.__(
        'This token can do everything that this server can: read, change and delete the data of all members, in all buckets.'
      );
  }
}

/**
 * How long a token still works: `59 min`, `40 s`.
 */
export function remainingText(
  remainingMs: number,
  trans: TranslationBundle
): string {
  const seconds = Math.max(0, Math.floor(remainingMs / 1000));
  return seconds >= 60
    ? trans.__('%1 min', String(Math.floor(seconds / 60)))
    : trans.__('%1 s', String(seconds));
}

/**
 * Lines that use a token on another computer, none of them with the token in it.
 */
export function tokenLines(
  wish: TokenWish,
  trans: TranslationBundle
): readonly IReadyLine[] {
  const { bucket, prefix, access } = wish;
  const url = `gs://${bucket}/${prefix}`;
  const path = `${bucket}/${prefix}`;
  const isWrite = access === 'write';
  return [
    {
      label: trans.__(
        'First: keep the token in a variable (paste, then Enter)'
      ),
      code: `read -rs ${VARIABLE} && export ${VARIABLE}`
    },
    {
      label: trans.__('gcloud'),
      code: [
        `export CLOUDSDK_AUTH_ACCESS_TOKEN="$${VARIABLE}"`,
        isWrite
          ? `gcloud storage cp FILE ${posixWord(url)}`
          : `gcloud storage ls ${posixWord(url)}`
      ].join('\n')
    },
    {
      label: trans.__('Python, gcsfs'),
      code: [
        'import os',
        'import gcsfs',
        'from google.oauth2.credentials import Credentials',
        `fs = gcsfs.GCSFileSystem(token=Credentials(os.environ[${pythonString(VARIABLE)}]))`,
        isWrite
          ? `fs.put("FILE", ${pythonString(path)})`
          : `fs.ls(${pythonString(path)})`
      ].join('\n')
    },
    {
      label: trans.__('rclone 1.69 or newer'),
      code: [
        `export RCLONE_GCS_ACCESS_TOKEN="$${VARIABLE}" RCLONE_GCS_BUCKET_POLICY_ONLY=true`,
        isWrite
          ? `rclone copy --gcs-no-check-bucket FILE ${posixWord(`:gcs:${path}`)}`
          : `rclone lsf ${posixWord(`:gcs:${path}`)}`
      ].join('\n')
    },
    { label: trans.__('curl'), code: curlLine(wish) }
  ];
}

/** The header comes from standard input: arguments can be seen by everybody on a machine. */
function curlLine({ bucket, prefix, access }: TokenWish): string {
  const header = `printf 'Authorization: Bearer %s' "$${VARIABLE}" | curl --fail -H @-`;
  const host = 'https://storage.googleapis.com';
  const name = encodeURIComponent(prefix);
  return access === 'write'
    ? `${header} --data-binary @FILE ${posixWord(`${host}/upload/storage/v1/b/${bucket}/o?uploadType=media&name=${name}FILE`)}`
    : `${header} ${posixWord(`${host}/storage/v1/b/${bucket}/o?fields=items(name,size)&prefix=${name}`)}`;
}
