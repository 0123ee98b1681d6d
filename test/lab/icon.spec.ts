import { readdirSync, readFileSync } from 'node:fs';
import { leapIcon } from '../../src/lab/icon';

const SCHEMAS = `${__dirname}/../../schema`;

describe('The settings pages', () => {
  // JupyterLab finds an icon by the name that it was made with, and shows a puzzle piece where there is none.
  it.each(readdirSync(SCHEMAS))('of %s have the icon of the sidebar', file => {
    const schema = JSON.parse(
      readFileSync(`${SCHEMAS}/${file}`, 'utf8')
    ) as Record<string, unknown>;
    expect(schema['jupyter.lab.setting-icon']).toBe(leapIcon.name);
    expect(schema['jupyter.lab.setting-icon-label']).toBe('LEAP');
  });
});
