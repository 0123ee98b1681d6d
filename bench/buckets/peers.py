"""One measurement of a Python library against the emulator: `python peers.py WHAT URL BUCKET`, a JSON line.

`du` and `ls` are gcsfs's own; `list` is google-cloud-storage page after page, with a mask that makes it fast.
"""

import json
import os
import resource
import sys
import time
from typing import Any


def file_system(url: str) -> Any:
    import gcsfs

    return gcsfs.GCSFileSystem(endpoint_url=url, token="anon", use_listings_cache=False)


def gcsfs_du(url: str, bucket: str) -> int:
    return int(file_system(url).du(bucket))


def gcsfs_ls(url: str, bucket: str) -> int:
    return len(file_system(url).ls(bucket, detail=True))


def library_list(url: str, bucket: str) -> int:
    from google.cloud import storage

    os.environ["STORAGE_EMULATOR_HOST"] = url
    client = storage.Client.create_anonymous_client()
    blobs = client.list_blobs(bucket, fields="nextPageToken,items(name,size)", page_size=1000)
    return sum(int(blob.size) for blob in blobs)


WAYS = {"du": gcsfs_du, "ls": gcsfs_ls, "list": library_list}

what, url, bucket = sys.argv[1:]
# Else gcsfs asks the real Google over gRPC what kind of bucket this is, and waits for it in vain.
os.environ["GCSFS_EXPERIMENTAL_ZB_HNS_SUPPORT"] = "false"
# Imports are everybody's own affair: they are not timed.
for module in ("gcsfs", "google.cloud.storage"):
    __import__(module)
started = time.perf_counter()
result = WAYS[what](url, bucket)
seconds = time.perf_counter() - started
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
print(json.dumps({"result": result, "seconds": seconds, "memoryBytes": memory}))
