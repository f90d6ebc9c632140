package io.zmq4j.patterns.clone;

/**
 * What a {@link CloneClient} has and has done.
 *
 * @param server the place of the server that it follows, or tries to, among those it was given, from 0 on
 * @param ready whether it has the map, and hears what becomes of it
 * @param sequence the number of the last update
 * @param entries in its copy
 * @param bytes theirs, with what it costs to keep them, estimated
 * @param outstanding updates of this client that are not acknowledged yet
 * @param snapshots that it has had
 * @param lost how often a server was given up, as it was silent or did not answer
 * @param gaps how often numbers were missing, as a publisher had dropped updates; seen only by a client that has the whole map
 * @param sentAgain updates that were sent again
 * @param notKept entries and updates that were left out, as there was no room for them
 * @param malformed messages that are no command of RFC 12
 * @param changesDropped changes that were not told, as listeners were too slow
 */
public record CloneClientStatistics(
        int server,
        boolean ready,
        long sequence,
        int entries,
        long bytes,
        int outstanding,
        long snapshots,
        long lost,
        long gaps,
        long sentAgain,
        long notKept,
        long malformed,
        long changesDropped) {}
