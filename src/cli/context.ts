import type { Config } from '../service/config';

/** The exit statuses that scripts may rely on; 130 is what a shell says of a program that Ctrl-C ended. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  partial: 3,
  interrupted: 130
} as const;

/**
 * How a subcommand ended, as the shell sees it.
 */
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/**
 * What a subcommand works with; tests hand in their own.
 */
export interface ICliContext<TConfig = Config> {
  readonly config: TConfig;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  /** Whether somebody sees what is drawn on standard error while it goes on. */
  readonly isTerminal: boolean;
  /** Aborts on Ctrl-C; whatever is said after it, the command then ends with `interrupted`. */
  readonly signal: AbortSignal;
  /** Say how it ended; the last word counts. */
  readonly end: (status: ExitStatus) => void;
}
