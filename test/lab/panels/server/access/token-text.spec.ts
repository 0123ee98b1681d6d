import { nullTranslator } from '@jupyterlab/translation';
import { tokenLines } from '../../../../../src/lab/panels/server/access/token-text';

const trans = nullTranslator.load('jupyterlab_leap');

describe('lines for a token', () => {
  it('read it from the environment, and quote what they name', () => {
    const wish = {
      bucket: 'leap-persistent',
      prefix: "it's $(x)/",
      access: 'read'
    } as const;
    const lines = tokenLines(wish, trans).map(({ code }) => code);

    expect(lines).toHaveLength(5);
    for (const line of lines) {
      expect(line).toContain('LEAP_TOKEN');
    }
    expect(lines.join('\n')).toContain(`'gs://leap-persistent/it'"'"'s $(x)/'`);
  });
});
