/** What puts a text into the reader's language: JupyterLab's translation, or `ENGLISH` where there is none. */
export interface ITranslate {
  __(text: string, ...values: string[]): string;
}

/** The texts as they are written here. */
export const ENGLISH: ITranslate = {
  __: (text, ...values) =>
    text.replace(/%(\d)/g, (_, at: string) => values[Number(at) - 1] ?? '')
};

type Words = (trans: ITranslate) => string;

interface IGroup {
  readonly codes: readonly string[];
  /** What it is, to stand behind a path and a colon. */
  readonly what: Words;
  /** What it means and what to do, as sentences; absent: nothing that is known. */
  readonly next?: Words;
}

const GROUPS: readonly IGroup[] = [
  {
    codes: ['precondition'],
    what: trans => trans.__('changed since you looked')
  },
  { codes: ['EACCES', 'EPERM'], what: trans => trans.__('no permission') },
  { codes: ['EBUSY', 'ETXTBSY'], what: trans => trans.__('in use') },
  {
    codes: ['EXDEV'],
    what: trans => trans.__('another file system, not part of your home')
  },
  { codes: ['EROFS'], what: trans => trans.__('read-only') },
  { codes: ['ENOENT'], what: trans => trans.__('not there any more') },
  {
    codes: ['ENOTDIR', 'ELOOP', 'ESTALE'],
    what: trans => trans.__('moved or replaced, or reached through a link'),
    next: trans => trans.__('Count again to see it where it is now.')
  },
  {
    codes: ['ENOTEMPTY', 'EEXIST'],
    what: trans => trans.__('something new in it')
  },
  {
    codes: ['ESYSTEM'],
    what: trans => trans.__('this server runs on it'),
    next: trans =>
      trans.__(
        'Your home is “/”, where the server has its programs too: those stay. The person who runs this hub can give you a home of your own.'
      )
  },
  {
    codes: [
      ...['ETIMEDOUT', 'EHOSTDOWN', 'EHOSTUNREACH', 'ENETDOWN', 'ENETUNREACH'],
      ...['ECONNABORTED', 'ECONNREFUSED', 'ECONNRESET', 'ENOTCONN', 'ENOLINK'],
      ...['EREMOTEIO', 'ECOMM']
    ],
    what: trans => trans.__('the file server did not answer'),
    next: trans =>
      trans.__(
        'Nothing is lost by that. Count again in a few minutes; if it stays so, tell the person who runs this hub.'
      )
  },
  {
    codes: ['EIO', 'EBADMSG', 'EUCLEAN', 'ENXIO', 'ENODEV', 'EILSEQ'],
    what: trans => trans.__('the disk or the file server failed'),
    next: trans =>
      trans.__(
        'Count again in a few minutes; if it stays so, tell the person who runs this hub: what is there may be damaged.'
      )
  },
  {
    codes: ['ENOSPC'],
    what: trans => trans.__('no room is left on the disk'),
    next: trans => trans.__('Delete something, then try again.')
  },
  {
    codes: ['EDQUOT'],
    what: trans => trans.__('your quota is used up'),
    next: trans => trans.__('Delete something, then try again.')
  },
  {
    codes: ['EMFILE', 'ENFILE', 'ENOMEM', 'EAGAIN'],
    what: trans => trans.__('this server is too busy'),
    next: trans =>
      trans.__('Stop notebooks that you do not need, then try again.')
  },
  { codes: ['ENAMETOOLONG'], what: trans => trans.__('its path is too long') },
  {
    codes: ['ENOKEY', 'EKEYEXPIRED', 'EKEYREVOKED', 'EKEYREJECTED'],
    what: trans => trans.__('you are signed in no more where it is kept'),
    next: trans => trans.__('Restart your server, which signs you in again.')
  }
];

const BY_CODE = new Map(
  GROUPS.flatMap(group => group.codes.map(code => [code, group] as const))
);

/**
 * Why something stayed, could not be read or cannot be deleted, in a few words.
 *
 * @param reason - The error of a system call such as `EACCES`, `precondition` or `ESYSTEM`.
 */
export function reasonWords(reason: string, trans: ITranslate): string {
  return (
    BY_CODE.get(reason)?.what(trans) ?? trans.__('the system says “%1”', reason)
  );
}

/**
 * That something cannot be read now, why, and what to do: for whoever asked for just that.
 */
export function unreadableSentence(what: string, reason: string): string {
  const why = `${what} cannot be read now: ${reasonWords(reason, ENGLISH)} (${reason}).`;
  return [why, ...reasonAdvice([reason], ENGLISH)].join(' ');
}

/**
 * What these reasons mean and what to do about them, each said once.
 */
export function reasonAdvice(
  reasons: readonly string[],
  trans: ITranslate
): readonly string[] {
  const said = reasons.map(reason => BY_CODE.get(reason)?.next?.(trans));
  return [...new Set(said.filter(text => text !== undefined))];
}
