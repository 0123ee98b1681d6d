import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ILeapClient } from '../../client';
import { ILeapSidebar } from '../../sidebar';

/**
 * The buckets section.
 */
export const bucketsPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-leap:buckets',
  description: 'The buckets section of the LEAP sidebar.',
  autoStart: true,
  requires: [ILeapClient, ILeapSidebar],
  activate: () => {
    // Filled by its subject.
  }
};
