import type { IServiceContext } from '../config';
import type { SubjectHandlers } from '../handlers';
import { TokenDesk } from './desk';

/**
 * The routes of `token`.
 */
export function createTokenHandlers(
  context: IServiceContext
): SubjectHandlers<'token'> {
  const desk = new TokenDesk(context);
  return {
    'token/plan': (wish, signal) => desk.plan(wish, signal),
    'token/grant': (query, signal) => desk.grant(query, signal)
  };
}
