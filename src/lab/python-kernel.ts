import { Notification } from '@jupyterlab/apputils';
import type { KernelSpec } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';

/**
 * Do something with the kernel that a new notebook of Python code gets, once the server has said which it has. Where none of
 * them is Python, that is said in a toast.
 */
export async function withPythonKernel(
  kernelspecs: KernelSpec.IManager | null,
  trans: TranslationBundle,
  use: (kernelName: string) => Promise<void>
): Promise<void> {
  await kernelspecs?.ready;
  const kernelName = pythonKernel(kernelspecs?.specs ?? null);
  if (kernelName === null) {
    Notification.error(
      trans.__(
        'This server has no Python kernel for a new notebook. Ask the person who runs this hub.'
      ),
      { autoClose: false }
    );
    return;
  }
  await use(kernelName);
}

/** The server's default where that is Python, else the first that is; null: there is none. */
function pythonKernel(specs: KernelSpec.ISpecModels | null): string | null {
  if (!specs) {
    return null;
  }
  const isPython = (name: string): boolean =>
    specs.kernelspecs[name]?.language.toLowerCase() === 'python';
  return isPython(specs.default)
    ? specs.default
    : (Object.keys(specs.kernelspecs).find(isPython) ?? null);
}
