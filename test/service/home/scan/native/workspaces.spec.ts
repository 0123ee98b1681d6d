import {
  loadNative,
  type INative
} from '../../../../../src/service/home/scan/native/native';
import {
  leaveWorkspace,
  takeWorkspace
} from '../../../../../src/service/home/scan/native/workspaces';
import { SERVICE } from '../../../../support/leap-bundle';

function native(): INative {
  const loaded = loadNative(SERVICE);
  if (loaded === null) {
    throw new Error('It was not built for this machine.');
  }
  return { ...loaded };
}

describe('workspaces', () => {
  it('are used again once they were left', () => {
    const part = native();
    const space = takeWorkspace(part);

    expect(takeWorkspace(part)).not.toBe(space);
    leaveWorkspace(part, space);

    expect(takeWorkspace(part)).toBe(space);
  });

  it('are not kept without end', () => {
    const part = native();
    const spaces = Array.from({ length: 100 }, () => takeWorkspace(part));
    spaces.forEach(space => leaveWorkspace(part, space));

    const again = Array.from({ length: 100 }, () => takeWorkspace(part));

    expect(again.filter(space => spaces.includes(space))).toHaveLength(12);
  });
});
