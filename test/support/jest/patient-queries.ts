import { configure } from '@testing-library/dom';

// A second is over before the first render where other suites keep the processors busy.
configure({ asyncUtilTimeout: 15_000 });
