import type { Command } from 'commander';
import type { ICliContext } from './command';

/**
 * `leap image`.
 */
export function addImage(_program: Command, _context: ICliContext): void {
  // Filled by its subject.
}
