/**
 * What `leap du --help` prints: a manual page, 80 columns wide. A test holds it to the options that there are.
 */
export const DU_MANUAL = `NAME
    leap du - show what uses space in a directory or a bucket folder

SYNOPSIS
    leap du [-d N] [-t N] [--apparent] [--concurrency N] [--json] [PATH]
    leap du --clearable [-t N] [--json] [PATH]
    leap du [-t N] [--concurrency N] [--billing-project ID] [--json]
            gs://BUCKET/FOLDER

DESCRIPTION
    Prints what each directory in PATH takes up, the largest last, and the sum
    at the end. Without PATH it is the home directory.

    Of a directory it counts what a quota counts: allocated blocks, a file with
    several names once, symbolic links not followed (but PATH itself may be
    one), and nothing of other file systems that are mounted inside. Those are
    named on standard error, as is what could not be read. Nothing is written
    and nothing is deleted.

    Of a gs:// address it counts the bytes of all objects.

    While it counts, a line with the numbers so far is drawn on a terminal.
    Ctrl-C stops it.

OPTIONS
    -d, --depth N
        Show N levels of directories. 1 when not given; 0 shows the sum alone.
        Of a gs:// address 0 or 1.

    -t, --top N
        Show the N largest only, of all levels that are shown; with --json of
        what lies directly in PATH.

    --apparent
        Show what files say they hold in place of what they allocate: more for
        sparse files, less for many small ones.

    --clearable
        Show what may be deleted without losing anything that does not come
        back, with the reason, what it costs to lose it, and which programs use
        it now.

    --concurrency N
        Make at most N calls or requests at once. As many as pay when not given.

    --billing-project ID
        Let your Google Cloud project pay for a bucket whose readers pay.

    --json
        Print one JSON object. Sizes are bytes, times are UTC, the largest comes
        first; fields may be added, and none will change its meaning.

        Of a directory: path, usedBytes, apparentBytes, files, directories,
        complete (false: the numbers mean "at least"), unreadable (at most a
        hundred: path, reason, owner), unreadableCount, excludedMounts, children
        (name, kind, usedBytes, apparentBytes, files, directories,
        newestChangeAt, complete and, where --depth asks for them, children),
        otherChildren (entries, usedBytes: what --top leaves out), assumed
        (always null: everything was read) and durationMs.

        Of a gs:// address: url, bytes, objects, complete, oldestAt, newestAt,
        children (name, bytes, objects, deletedOn), classes (storageClass,
        bytes, objects), goingSoon (what the bucket deletes within 48 hours),
        calls and problem (null: none).

        With --clearable: path, items (id, title, paths, otherPaths, usedBytes,
        linkedBytes, files, complete, reason, cost, comesBack, inUseBy,
        preselected), preselectedBytes, complete, measuredAt, deletionAllowed
        and phase.

    -h, --help
        Print this page.

EXIT STATUS
    0   Everything was counted.
    1   It failed; standard error says why.
    2   Wrong use.
    3   Some part could not be read, so the numbers mean "at least".
    130 Ctrl-C stopped it; standard error says how much was counted until then.

EXAMPLES
    leap du
        What fills the home directory.

    leap du --depth 2 --top 20 ~
        The twenty largest directories, two levels deep.

    leap du --clearable
        What may go, and what it costs to lose it.

    leap du --json ~ | jq '.children[:5][] | [.name, .usedBytes]'
        The five largest, for a script.

    leap du gs://leap-scratch/me
        A folder of a bucket.

SEE ALSO
    leap ls, du(1)
`;
