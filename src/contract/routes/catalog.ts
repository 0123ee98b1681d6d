import {
  CatalogAnswer,
  CatalogSearchQuery,
  CatalogSummary,
  DatasetQuery
} from '../catalog';
import { DatasetPage, Reach, ReachQuery } from '../catalog-opening';
import { StoreSize, StoreSizeQuery } from '../catalog-size';
import {
  OwnSourcesQuery,
  SourcePreview,
  SourcePreviewQuery
} from '../catalog-sources';
import { nothing } from '../scalars';

/** The routes of the Catalog section. */
export const catalogRoutes = {
  'catalog/summary': {
    method: 'GET',
    resource: 'catalog',
    action: 'read',
    query: nothing,
    reply: CatalogSummary
  },
  'catalog/refresh': {
    method: 'POST',
    resource: 'catalog',
    action: 'read',
    query: nothing,
    reply: CatalogSummary
  },
  'catalog/sources': {
    method: 'POST',
    resource: 'catalog',
    action: 'write',
    query: OwnSourcesQuery,
    reply: CatalogSummary
  },
  'catalog/preview': {
    method: 'POST',
    resource: 'catalog',
    action: 'read',
    query: SourcePreviewQuery,
    reply: SourcePreview
  },
  'catalog/search': {
    method: 'GET',
    resource: 'catalog',
    action: 'read',
    query: CatalogSearchQuery,
    reply: CatalogAnswer
  },
  'catalog/dataset': {
    method: 'GET',
    resource: 'catalog',
    action: 'read',
    query: DatasetQuery,
    reply: DatasetPage
  },
  'catalog/reach': {
    method: 'POST',
    resource: 'catalog',
    action: 'read',
    query: ReachQuery,
    reply: Reach
  },
  'catalog/size': {
    method: 'POST',
    resource: 'catalog',
    action: 'read',
    query: StoreSizeQuery,
    item: StoreSize
  }
} as const;
