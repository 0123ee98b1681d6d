/**
 * Python that starts a cluster with this server's image, and a client for it.
 *
 * @param isImageChosen - Whether the gateway lets a user say which image; else it decides.
 */
export function clusterCode(isImageChosen: boolean): string {
  return [
    ...(isImageChosen ? ['import os', ''] : []),
    'from dask_gateway import Gateway',
    '',
    isImageChosen
      ? 'cluster = Gateway().new_cluster(image=os.environ["JUPYTER_IMAGE_SPEC"])'
      : 'cluster = Gateway().new_cluster()  # this hub chooses the image of workers',
    'cluster.adapt(minimum=1, maximum=10)',
    'client = cluster.get_client()',
    'client'
  ].join('\n');
}
