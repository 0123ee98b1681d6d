import { TokenGrant, TokenPlan, TokenQuery, TokenWish } from '../token';

/** The routes of temporary access. */
export const tokenRoutes = {
  'token/plan': {
    method: 'POST',
    resource: 'token',
    action: 'read',
    query: TokenWish,
    reply: TokenPlan
  },
  'token/grant': {
    method: 'POST',
    resource: 'token',
    action: 'execute',
    query: TokenQuery,
    reply: TokenGrant
  }
} as const;
