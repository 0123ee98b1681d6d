import {
  AddedPackages,
  Image,
  ImagePackages,
  Lacking,
  LackingQuery,
  OtherImage,
  OtherImageQuery,
  PackageComparison,
  PackageComparisonQuery
} from '../image';
import { nothing } from '../scalars';

/** The routes of the Image section. */
export const imageRoutes = {
  'image/spec': {
    method: 'GET',
    resource: 'image',
    action: 'read',
    query: nothing,
    reply: Image
  },
  'image/packages': {
    method: 'GET',
    resource: 'image',
    action: 'read',
    query: nothing,
    reply: ImagePackages
  },
  'image/added': {
    method: 'POST',
    resource: 'image',
    action: 'read',
    query: nothing,
    reply: AddedPackages
  },
  'image/lacking': {
    method: 'POST',
    resource: 'image',
    action: 'read',
    query: LackingQuery,
    reply: Lacking
  },
  'image/other': {
    method: 'GET',
    resource: 'image',
    action: 'read',
    query: OtherImageQuery,
    reply: OtherImage
  },
  'image/comparison': {
    method: 'POST',
    resource: 'image',
    action: 'read',
    query: PackageComparisonQuery,
    reply: PackageComparison
  }
} as const;
