import type { Command } from 'commander';
import type { ICliContext } from './context';

/**
 * `leap du`.
 */
export function addDu(_program: Command, _context: ICliContext): void {
  // Filled by its subject.
}
