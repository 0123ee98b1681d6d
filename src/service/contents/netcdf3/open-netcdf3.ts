import { LeapError } from '../../../contract';
import type { IFile } from '../files/file';
import { formatLimit } from '../source';
import type { IZarrArrays } from '../zarr/zarr-arrays';
import { readHeader, type IHeader } from './header';
import { MoreNeeded } from './header-bytes';
import { layOut, type INetcdf3Array } from './layout';
import { Netcdf3Source } from './netcdf3-source';

/** Headers of files with long histories are some hundred kilobytes. */
const MAX_HEADER_BYTES = 8 << 20;

const FORMATS: Readonly<Record<IHeader['version'], string>> = {
  1: 'NetCDF 3 (classic)',
  2: 'NetCDF 3 (64-bit offset)',
  5: 'NetCDF 3 (CDF-5)'
};

/**
 * What a classic NetCDF file says of itself: its header alone is read.
 *
 * @throws LeapError `bad-upstream` for a header that makes no sense, `too-large`.
 */
export async function openNetcdf3(
  file: IFile,
  signal: AbortSignal
): Promise<{
  readonly form: 'netcdf3' | 'netcdf5';
  readonly arrays: IZarrArrays;
  readonly source: Netcdf3Source;
}> {
  const fileBytes = file.isWhole
    ? file.first.length
    : ((await file.source.sizeOf('', signal)) ?? 0);
  const header = await fetchHeader(file, fileBytes, signal);
  const arrays = layOut(header, fileBytes);
  const { version, attributes } = header;
  return {
    form: version === 5 ? 'netcdf5' : 'netcdf3',
    arrays: {
      format: FORMATS[version],
      attributes,
      arrays,
      notes: arrays.some(array => endOf(array) > fileBytes)
        ? [
            'The file is shorter than its header says: it was not copied or written to its end.'
          ]
        : []
    },
    source: new Netcdf3Source(arrays, file.source)
  };
}

/** How long a header is, only reading it tells: four times as much as before until it is all there. */
async function fetchHeader(
  { first, source }: IFile,
  fileBytes: number,
  signal: AbortSignal
): Promise<IHeader> {
  let bytes = first;
  for (;;) {
    try {
      return readHeader(bytes);
    } catch (reason) {
      if (!(reason instanceof MoreNeeded)) {
        throw reason;
      }
    }
    if (bytes.length >= fileBytes) {
      throw new LeapError(
        'bad-upstream',
        'The file ends within its header: it was not copied or written to its end.'
      );
    }
    if (bytes.length >= MAX_HEADER_BYTES) {
      throw new LeapError(
        'too-large',
        `The file’s description of itself is larger than ${formatLimit(MAX_HEADER_BYTES)}, so it was not read.`
      );
    }
    const length = Math.min(fileBytes, bytes.length * 4, MAX_HEADER_BYTES);
    const offset = bytes.length;
    const more = await source.readRange(
      '',
      { offset, length: length - offset },
      signal
    );
    if (!more || more.length === 0) {
      throw new LeapError(
        'bad-upstream',
        'The file could not be read further.'
      );
    }
    bytes = Buffer.concat([bytes, more]);
  }
}

/** Where the last of its data lie; a file may end before the gap behind them. */
function endOf({ shape, itemBytes, begin, recordStep }: INetcdf3Array): number {
  const product = (lengths: readonly number[]): number =>
    lengths.reduce((bytes, length) => bytes * length, itemBytes ?? 1);
  const [records = 0, ...inner] = shape;
  if (recordStep === null) {
    return begin + product(shape);
  }
  return records === 0
    ? 0
    : begin + (records - 1) * recordStep + product(inner);
}
