/**
 * The file that Node runs to count the home: as a process that the service starts, and as the threads of a walk, whoever walks.
 *
 * It is small and stands alone, because each count loads it twice: the whole service takes twenty times as long. A thread takes
 * of it only what it needs.
 */
import { isMainThread, workerData } from 'node:worker_threads';

if (isMainThread) {
  void import('./scan-process').then(({ runScanProcess }) =>
    runScanProcess(__filename)
  );
} else if ((workerData as { readonly role: string }).role === 'second-look') {
  void import('./second-look-thread').then(({ runSecondLook }) =>
    runSecondLook()
  );
} else {
  void import('./walker-thread').then(({ runWalkerThread }) =>
    runWalkerThread()
  );
}
