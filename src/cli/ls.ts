import type { Command } from 'commander';
import type { ICliContext } from './context';

/**
 * `leap ls`.
 */
export function addLs(_program: Command, _context: ICliContext): void {
  // Filled by its subject.
}
