import type { ILeapClient } from '../../../client';
import { paidBy } from '../folder/payers';
import type { IOpened } from './opened';
import { openerOf } from './opener';

/** Whoever wants code waits no longer to have it fit better. */
const PATIENCE_MS = 3000;

/**
 * The same with what is in it, where the name alone does not say what opens it and nobody has looked. What cannot be looked
 * into in time stays what its name promises.
 */
export async function lookedInto(
  client: ILeapClient,
  opened: IOpened
): Promise<IOpened> {
  if (opened.contents !== null || !isUncertain(opened)) {
    return opened;
  }
  const { bucket, name, payer } = opened;
  try {
    const contents = await client.ask(
      'contents/summary',
      { place: { bucket, name, ...paidBy(payer ?? undefined) } },
      AbortSignal.timeout(PATIENCE_MS)
    );
    return { ...opened, contents };
  } catch {
    // The section says what is wrong with it; its name is the best guess.
    return opened;
  }
}

/** Classic NetCDF or HDF5, with groups or without: only a look tells. Tables, pictures and folders are what they are called. */
function isUncertain(opened: IOpened): boolean {
  const opener = openerOf(opened);
  switch (opener.kind) {
    case 'zarr':
    case 'netcdf':
      return true;
    case 'file':
      return opener.reader !== 'npy';
    default:
      return false;
  }
}
