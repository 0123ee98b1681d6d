import {
  HomeDirectory,
  HomeDirectoryQuery,
  HomeSummary,
  HomeUsage,
  HomeUsageQuery
} from '../home';
import {
  HomeClearable,
  HomeClearableQuery,
  HomeDeletion,
  HomeDeletionQuery,
  HomeReview,
  HomeReviewQuery
} from '../home-clear';
import { HomeLargest } from '../home-data';
import { HomeHistory } from '../home-history';
import { nothing } from '../scalars';

/** The routes of the Storage section. */
export const homeRoutes = {
  'home/summary': {
    method: 'GET',
    resource: 'home',
    action: 'read',
    query: nothing,
    reply: HomeSummary
  },
  'home/usage': {
    method: 'POST',
    resource: 'home',
    action: 'read',
    query: HomeUsageQuery,
    item: HomeUsage
  },
  'home/directory': {
    method: 'POST',
    resource: 'home',
    action: 'read',
    query: HomeDirectoryQuery,
    reply: HomeDirectory
  },
  'home/history': {
    method: 'GET',
    resource: 'home',
    action: 'read',
    query: nothing,
    reply: HomeHistory
  },
  'home/largest': {
    method: 'GET',
    resource: 'home',
    action: 'read',
    query: nothing,
    reply: HomeLargest
  },
  'home/clearable': {
    method: 'POST',
    resource: 'home',
    action: 'read',
    query: HomeClearableQuery,
    item: HomeClearable
  },
  'home/review': {
    method: 'POST',
    resource: 'home',
    action: 'read',
    query: HomeReviewQuery,
    item: HomeReview
  },
  'home/deletion': {
    method: 'POST',
    resource: 'home',
    action: 'write',
    query: HomeDeletionQuery,
    item: HomeDeletion
  }
} as const;
