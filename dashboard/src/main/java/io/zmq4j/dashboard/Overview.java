package io.zmq4j.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page gets once a second, as JSON. Texts are of observed processes, cut and without what is not printed; a page shows
 * them as text.
 *
 * @param at when, in milliseconds since 1970
 * @param findings what is wrong, the worst first
 * @param hidden how many sockets are left out because there are too many
 */
record Overview(
        long at,
        List<Program> processes,
        List<Wrong> findings,
        Totals totals,
        List<Row> sockets,
        int hidden,
        Graph graph) {
    /**
     * @param trouble why the last look failed; null if it did not
     * @param age of its oldest context, in milliseconds
     */
    record Program(
            String key,
            String target,
            String title,
            Sight.State state,
            @Nullable String trouble,
            long pid,
            String version,
            int contexts,
            int sockets,
            long age) {}

    /**
     * @param socket key of the socket; null if it is of no socket
     * @param since for how long, in milliseconds
     */
    record Wrong(
            String severity,
            String kind,
            String process,
            @Nullable String socket,
            String sentence,
            long since) {}

    /**
     * Of all processes that are there.
     *
     * @param dropped since they began
     * @param drops in a second
     * @param recent the last two minutes
     */
    record Totals(
            int sockets,
            long connections,
            double in,
            double out,
            double bytesIn,
            double bytesOut,
            long queuedIn,
            long queuedOut,
            long dropped,
            double drops,
            History.Points recent) {}

    /**
     * A socket, without what only its own page shows.
     *
     * @param title of the socket, for people
     * @param process title of the process
     * @param endpoints how they stand, such as {@code bound tcp://0.0.0.0:5555}
     * @param dropped since it was opened
     * @param drops in a second
     * @param severity of the worst that is wrong with it; empty if nothing is
     * @param recent messages in a second, in and out together, of the last minute
     */
    record Row(
            String key,
            String title,
            String type,
            String process,
            Sight.State state,
            List<String> endpoints,
            long connections,
            double in,
            double out,
            double bytesIn,
            double bytesOut,
            long queuedIn,
            long queuedOut,
            long dropped,
            double drops,
            String severity,
            float[] recent) {}
}
