import { fstatSync } from 'node:fs';
import { ENGLISH, reasonWords } from '../contract/system-words';
import { EXIT, type ExitStatus, type ICliContext } from './context';

/** What a shell says of a program that wrote to one which has gone: 128 and SIGPIPE, which Node ignores. */
const NO_READER = 141;

const STDERR = 2;

/**
 * This process, as a subcommand sees it. Its streams are made when they are first used: each takes Node as long as counting a
 * thousand files.
 */
export class ProcessContext<TConfig> implements ICliContext<TConfig> {
  constructor(
    readonly config: TConfig,
    readonly signal: AbortSignal
  ) {}

  readonly env = process.env;

  get stdout(): NodeJS.WritableStream {
    if (!this._isWritten) {
      this._isWritten = true;
      process.stdout.on('error', endUnwritten);
    }
    return process.stdout;
  }

  get stderr(): NodeJS.WritableStream {
    return process.stderr;
  }

  get isTerminal(): boolean {
    return fstatSync(STDERR).isCharacterDevice() && process.stderr.isTTY;
  }

  /** How it ended so far. */
  get status(): ExitStatus {
    return this._status;
  }

  readonly end = (status: ExitStatus): void => {
    this._status = status;
  };

  private _isWritten = false;
  private _status: ExitStatus = EXIT.done;
}

/** Nobody wants the rest, as in `leap du | head`, or there is no room for it. */
function endUnwritten({ code, message }: NodeJS.ErrnoException): void {
  if (code === 'EPIPE') {
    process.exit(NO_READER);
  }
  const why = code ? `${reasonWords(code, ENGLISH)} (${code})` : message;
  process.stderr.write(
    `leap: What was asked for could not be written: ${why}.\n`
  );
  process.exit(EXIT.failed);
}
