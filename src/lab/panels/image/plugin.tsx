import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ILeapClient } from '../../client';
import { ILeapSidebar } from '../../sidebar';

/**
 * The image section.
 */
export const imagePlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-leap:image',
  description: 'The image section of the LEAP sidebar.',
  autoStart: true,
  requires: [ILeapClient, ILeapSidebar],
  activate: () => {
    // Filled by its subject.
  }
};
