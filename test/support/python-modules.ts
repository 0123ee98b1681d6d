import { execFileSync } from 'node:child_process';

/**
 * Whether the environment's Python has these modules: some libraries have left its oldest version behind.
 */
export function hasModules(names: string): boolean {
  try {
    execFileSync('python', ['-c', `import ${names}`], { stdio: 'ignore' });
    return true;
  } catch {
    // Not installed.
    return false;
  }
}
