import {
  leaveWorkspace,
  takeWorkspace
} from '../../../../../src/service/home/scan/native/workspaces';
import { nativePart } from '../../../../support/home/scan/native-part';

describe('workspaces', () => {
  it('are used again once they were left', () => {
    const part = { ...nativePart() };
    const space = takeWorkspace(part);

    expect(takeWorkspace(part)).not.toBe(space);
    leaveWorkspace(part, space);

    expect(takeWorkspace(part)).toBe(space);
  });

  it('are not kept without end', () => {
    const part = { ...nativePart() };
    const spaces = Array.from({ length: 100 }, () => takeWorkspace(part));
    spaces.forEach(space => leaveWorkspace(part, space));

    const again = Array.from({ length: 100 }, () => takeWorkspace(part));

    expect(again.filter(space => spaces.includes(space))).toHaveLength(12);
  });
});
