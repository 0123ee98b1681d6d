import { pythonString } from '../../../../contract';

/** What the hub's documentation asks everybody to put into the first cell. */
export const SPEC_CELL = 'import os\nprint(os.environ["JUPYTER_IMAGE_SPEC"])';

/**
 * A cell that prints the image and warns when it is not the one that the notebook was written in.
 */
export function imageCheckCell(spec: string): string {
  return [
    'import os',
    'import warnings',
    '',
    `written_in = ${pythonString(spec)}`,
    'running_in = os.environ.get("JUPYTER_IMAGE_SPEC", "an unknown image")',
    'if running_in != written_in:',
    '    warnings.warn(f"Written in {written_in}, running in {running_in}: results may differ.")',
    'print(running_in)'
  ].join('\n');
}
