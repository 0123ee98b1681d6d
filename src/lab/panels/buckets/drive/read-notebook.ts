import { LeapError } from '../../../../contract';

/**
 * A notebook from a bucket, trusted in nothing: whoever wrote the object may have marked its cells as trusted, and
 * JupyterLab would run the scripts in their outputs.
 *
 * @throws LeapError `bad-request` for what is no notebook.
 */
export function readNotebook(text: string): Record<string, unknown> {
  let notebook: unknown;
  try {
    notebook = JSON.parse(text);
  } catch (cause) {
    throw new LeapError('bad-request', 'This object is no notebook.', {
      cause
    });
  }
  if (!isRecord(notebook) || !Array.isArray(notebook['cells'])) {
    throw new LeapError('bad-request', 'This object is no notebook.');
  }
  const cells = (notebook['cells'] as unknown[])
    .filter(isRecord)
    .map(cell => ({ ...cell, metadata: untrusted(cell['metadata']) }));
  return { ...notebook, metadata: untrusted(notebook['metadata']), cells };
}

function untrusted(metadata: unknown): Record<string, unknown> {
  if (!isRecord(metadata)) {
    return {};
  }
  return Object.fromEntries(
    Object.entries(metadata).filter(([field]) => field !== 'trusted')
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
