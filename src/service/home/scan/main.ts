/**
 * The file that Node runs to count the home, as a process that the service starts.
 *
 * It is small and stands alone, because each first count loads it: the whole service takes twenty times as long.
 */
import { runScanProcess } from './scan-process';

void runScanProcess(__dirname);
