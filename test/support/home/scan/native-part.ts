import {
  loadNative,
  type INative
} from '../../../../src/service/home/scan/native/native';
import { SERVICE } from '../../service/leap-bundle';

/** What is compiled for this machine, which tests of it cannot do without. */
export function nativePart(): INative {
  const loaded = loadNative(SERVICE);
  if (loaded === null) {
    throw new Error('It was not built for this machine.');
  }
  return loaded;
}
