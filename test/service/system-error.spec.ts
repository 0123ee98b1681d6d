import { errorNumberName, systemCode } from '../../src/service/system-error';
import { systemFailure } from '../support/service/system-failure';

describe('the code of a failed system call', () => {
  it.each(['ENOENT', 'EIO'])('is %s as Node says it', name => {
    expect(systemCode(systemFailure(name))).toBe(name);
  });

  it.each(['ESTALE', 'EDQUOT'])(
    'B37 B40 is %s, which Node has no name for',
    name => {
      expect(systemCode(systemFailure(name))).toBe(name);
    }
  );

  it('is its number where nobody has a name for it', () => {
    expect(errorNumberName(9999)).toBe('E9999');
    expect(errorNumberName(2)).toBe('ENOENT');
  });

  it.each([null, 'ENOENT', new Error('ENOENT'), { code: 2 }])(
    'is none of another failure: %p',
    reason => {
      expect(systemCode(reason)).toBeNull();
    }
  );
});
