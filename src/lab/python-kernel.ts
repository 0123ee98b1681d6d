import type { KernelSpec } from '@jupyterlab/services';

/**
 * The kernel a new notebook of Python code gets: the server's default where that is Python, else the first
 * that is. Null: there is none.
 */
export function pythonKernel(
  specs: KernelSpec.ISpecModels | null
): string | null {
  if (!specs) {
    return null;
  }
  const isPython = (name: string): boolean =>
    specs.kernelspecs[name]?.language.toLowerCase() === 'python';
  return isPython(specs.default)
    ? specs.default
    : (Object.keys(specs.kernelspecs).find(isPython) ?? null);
}
