"""Plant many empty files: `python3 plant_files.py HOME GROUPS DIRECTORIES FILES`.

In each group so many directories, in each of them so many files. One call a file, below a directory that is
held open: nothing is looked up from the root, opened, closed, which would take eight times as long.
"""

import os
import stat
import sys
from multiprocessing import Pool


def plant_group(home: str, group: int, directories: int, files: int) -> None:
    """Plant one group, in one process: two in the same directory wait for each other."""
    names = [f"file-{at}.py" for at in range(files)]
    path = f"{home}/group-{group}"
    os.mkdir(path)
    above = os.open(path, os.O_DIRECTORY)
    for at in range(directories):
        directory = f"directory-{at}"
        os.mkdir(directory, dir_fd=above)
        within = os.open(directory, os.O_DIRECTORY, dir_fd=above)
        for name in names:
            os.mknod(name, stat.S_IFREG | 0o644, dir_fd=within)
        os.close(within)
    os.close(above)


if __name__ == "__main__":
    groups, directories, files = (int(number) for number in sys.argv[2:])
    with Pool() as pool:
        pool.starmap(plant_group, [(sys.argv[1], group, directories, files) for group in range(groups)])
