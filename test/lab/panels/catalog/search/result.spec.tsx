import { screen } from '@testing-library/react';
import { hit, results } from '../../../../support/catalog/answers';
import { start } from '../../../../support/catalog/shown-filters';

describe('a result of a search', () => {
  it('shows variables, resolution, time span and the last check in a row', async () => {
    await start(({ text }) =>
      results(text, [], {
        total: 1,
        hits: [
          hit('Altimetry', {
            variables: ['adt', 'sla', 'ugos', 'vgos', 'err'],
            variableCount: 5,
            resolutionDegrees: 0.25,
            years: { first: 1993, last: 2021 },
            cadence: 'daily',
            opens: { isOpen: true, checkedAt: new Date().toISOString() }
          })
        ]
      })
    );
    const row = screen.getByRole('button', { name: /Altimetry/ });

    expect(row.textContent).toContain(
      'adt, sla, ugos, vgos … · 0.25° · 1993–2021 · daily'
    );
    expect(row.textContent).toContain('✓ opens from here, checked today');
  });
});
