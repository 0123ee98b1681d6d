import { Writable } from 'node:stream';
import {
  EXIT,
  type ExitStatus,
  type ICliContext
} from '../../../src/cli/context';
import type { Config } from '../../../src/service/config';
import { leapConfig } from '../service/leap-config';

/**
 * A subcommand's surroundings that keep what is written and how it ended.
 */
export class KeptCli implements ICliContext {
  constructor(
    options: {
      config?: Partial<Config>;
      env?: Record<string, string>;
      signal?: AbortSignal;
      isTerminal?: boolean;
    } = {}
  ) {
    this.config = leapConfig(options.config);
    this.env = options.env ?? {};
    this.signal = options.signal ?? new AbortController().signal;
    this.isTerminal = options.isTerminal ?? false;
  }

  readonly config: Config;
  readonly env: Record<string, string>;
  readonly signal: AbortSignal;
  readonly stdout = new Kept();
  readonly stderr = new Kept();
  readonly isTerminal: boolean;
  status: ExitStatus = EXIT.done;

  readonly end = (status: ExitStatus): void => {
    this.status = status;
  };
}

class Kept extends Writable {
  text = '';

  override _write(
    chunk: Buffer,
    _encoding: BufferEncoding,
    done: () => void
  ): void {
    this.text += chunk.toString();
    done();
  }
}
