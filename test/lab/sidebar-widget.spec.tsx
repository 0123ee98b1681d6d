import { CommandRegistry } from '@lumino/commands';
import { Widget } from '@lumino/widgets';
import { waitFor } from '@testing-library/react';
import { LeapSidebar } from '../../src/lab/sidebar-widget';

describe('LeapSidebar', () => {
  let sidebar: LeapSidebar;
  let activated: string[];

  const add = (id: string, rank: number, load = jest.fn()) => {
    const section = sidebar.addSection({
      id,
      label: id,
      rank,
      body: async () => {
        load();
        return <input aria-label={id} />;
      }
    });
    return { section, load };
  };

  beforeEach(() => {
    activated = [];
    sidebar = new LeapSidebar({
      commands: new CommandRegistry(),
      caption: 'LEAP',
      failureText: 'Reload this page.',
      activate: id => activated.push(id)
    });
  });

  afterEach(() => {
    sidebar.dispose();
  });

  const attach = () => Widget.attach(sidebar, document.body);

  it('puts sections in the order of their ranks', () => {
    add('catalog', 40);
    add('home', 10);
    add('buckets', 20);
    expect(sidebar.widgets.map(widget => widget.title.label)).toEqual([
      'home',
      'buckets',
      'catalog'
    ]);
  });

  it('unfolds the storage section at first, in whatever order sections come', () => {
    add('catalog', 40);
    add('home', 10);
    expect(sidebar.expanded).toEqual(['jp-leap-home']);
  });

  it('loads a section when it is first seen and not before', async () => {
    attach();
    const home = add('home', 10);
    const image = add('image', 30);
    await waitFor(() => expect(home.load).toHaveBeenCalledTimes(1));
    expect(image.load).not.toHaveBeenCalled();
    sidebar.open('image');
    await waitFor(() => expect(image.load).toHaveBeenCalledTimes(1));
  });

  it('opens a section: in front, unfolded', () => {
    attach();
    add('home', 10);
    const { section } = add('image', 30);
    sidebar.open('image');
    expect(activated).toEqual(['jupyterlab-leap-sidebar']);
    expect(section.isShown).toBe(true);
  });

  it('puts the focus into a section that is opened, also before it is loaded', async () => {
    attach();
    add('home', 10);
    const { section } = add('image', 30);
    sidebar.open('image');
    await waitFor(() =>
      expect(document.activeElement?.getAttribute('aria-label')).toBe('image')
    );
    expect(section.isShown).toBe(true);
  });

  it('folds the section unfolded longest ago where there is no room for two', () => {
    attach();
    const home = add('home', 10);
    add('image', 30);
    sidebar.open('image');
    expect(sidebar.expanded).toEqual(['jp-leap-image']);
    expect(home.section.isShown).toBe(false);
  });

  it('restores what was unfolded, also for sections that come later', () => {
    sidebar.restore(['jp-leap-catalog']);
    add('home', 10);
    add('catalog', 40);
    expect(sidebar.expanded).toEqual(['jp-leap-catalog']);
  });

  it('says when the code of a section cannot be loaded', async () => {
    attach();
    sidebar.addSection({
      id: 'home',
      label: 'home',
      rank: 10,
      body: () => Promise.reject(new Error('chunk is gone'))
    });
    await waitFor(() =>
      expect(document.querySelector('[role=alert]')?.textContent).toBe(
        'Reload this page.'
      )
    );
  });
});
