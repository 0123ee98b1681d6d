import * as z from 'zod/mini';
import { PROJECT_ID } from './project-id';

/** The Google project that pays for reading a requester-pays bucket: the user's own choice, never ours. */
export const payer = z.optional(z.string().check(z.regex(PROJECT_ID)));
