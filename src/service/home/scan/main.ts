/**
 * The file that Node runs to count the home: as a process that the service starts, and as the threads of a walk, whoever walks.
 *
 * It is small and stands alone, because each count loads it twice: the whole service takes twenty times as long.
 */
import { isMainThread } from 'node:worker_threads';
import { runScanProcess } from './scan-process';
import { runWalkerThread } from './walker-thread';

if (isMainThread) {
  void runScanProcess(__filename);
} else {
  runWalkerThread();
}
