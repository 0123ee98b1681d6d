import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { daskClusters } from '../../../support/server/answers';
import { start, dialog, clear } from '../../../support/server/shown-hub';

describe('Dask clusters', () => {
  const user = userEvent.setup();

  afterEach(clear);
  const code = 'from dask_gateway import Gateway';
  const running = {
    name: 'prod.0123456789abcdef',
    status: 'running' as const,
    startedAt: null,
    dashboard: '/services/dask-gateway/clusters/0123/status',
    workers: { count: 2, cores: 4, usedBytes: 1.2e9, limitBytes: 8e9 }
  };

  it('are not shown where there is no gateway', async () => {
    await start();
    expect(screen.queryByText('Dask clusters')).toBeNull();
  });

  it('say workers and memory, link the dashboard and stop after a question', async () => {
    const { changes } = await start({
      'server/dask-clusters': () =>
        daskClusters({ isOffered: true, code, clusters: [running] })
    });
    expect(
      screen.getByText(/^2 workers, 4 cores, 1.2.GB of 8.GB$/)
    ).toBeTruthy();
    expect(
      screen.getByRole<HTMLAnchorElement>('link', {
        name: '01234567 dashboard'
      }).pathname
    ).toBe('/services/dask-gateway/clusters/0123/status');
    await user.click(
      screen.getByRole('button', { name: 'Stop cluster 01234567…' })
    );
    expect(changes()).toEqual([]);
    await user.click(
      within(await dialog()).getByRole('button', { name: /Stop/, hidden: true })
    );
    await waitFor(() => {
      expect(changes()).toEqual([
        ['server/cluster-stop', { name: running.name }]
      ]);
    });
  });

  it('link no dashboard that is not safe, and say what is not known', async () => {
    await start({
      'server/dask-clusters': () =>
        daskClusters({
          isOffered: true,
          code,
          clusters: [
            { ...running, dashboard: 'javascript:alert(1)', workers: null }
          ]
        })
    });
    const section = screen.getByRole('region', { name: 'Dask clusters' });
    expect(within(section).queryByRole('link')).toBeNull();
    expect(screen.getByText(/its scheduler does not answer/)).toBeTruthy();
  });
});
