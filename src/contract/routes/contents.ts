import { Contents, ContentsQuery } from '../contents';
import { Slice, SliceCost, SliceQuery } from '../contents-slice';

/** The routes that tell what is in a data set; a bucket’s rights are asked for. */
export const contentsRoutes = {
  'contents/summary': {
    method: 'POST',
    resource: 'buckets',
    action: 'read',
    query: ContentsQuery,
    reply: Contents
  },
  'contents/cost': {
    method: 'POST',
    resource: 'buckets',
    action: 'read',
    query: SliceQuery,
    reply: SliceCost
  },
  'contents/slice': {
    method: 'POST',
    resource: 'buckets',
    action: 'read',
    query: SliceQuery,
    reply: Slice
  }
} as const;
