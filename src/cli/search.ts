import type { Command } from 'commander';
import type { ICliContext } from './context';

/**
 * `leap search`.
 */
export function addSearch(_program: Command, _context: ICliContext): void {
  // Filled by its subject.
}
