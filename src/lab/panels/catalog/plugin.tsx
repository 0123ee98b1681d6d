import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ILeapClient } from '../../client';
import { ILeapSidebar } from '../../sidebar';

/**
 * The catalog section.
 */
export const catalogPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-leap:catalog',
  description: 'The catalog section of the LEAP sidebar.',
  autoStart: true,
  requires: [ILeapClient, ILeapSidebar],
  activate: () => {
    // Filled by its subject.
  }
};
