package io.zmq4j.patterns.titanic;

import java.util.List;

/**
 * A Titanic server at a moment. Counts are since it was started.
 *
 * @param pending requests without a reply
 * @param answered replies that nobody has closed
 * @param bytes of the log on the disk
 * @param liveBytes those of them that are still needed; the others go as time passes
 * @param segments files of the log
 * @param submitted requests that were stored
 * @param refused requests that were not, as there was no room or the disk failed
 * @param sent how often a request was sent to a service
 * @param unanswered how often no reply came of that
 * @param replies that were stored
 * @param closed requests that were closed
 * @param damages what of the log could not be read when it was opened, a sentence each
 */
public record TitanicStatistics(
        int pending,
        int answered,
        long bytes,
        long liveBytes,
        int segments,
        long submitted,
        long refused,
        long sent,
        long unanswered,
        long replies,
        long closed,
        List<String> damages) {
    public TitanicStatistics {
        damages = List.copyOf(damages);
    }

    /** An object of the numbers, and how many {@code damages} there are. */
    public String toJson() {
        return "{\"pending\":" + pending + ",\"answered\":" + answered + ",\"bytes\":" + bytes + ",\"liveBytes\":"
                + liveBytes + ",\"segments\":" + segments + ",\"submitted\":" + submitted + ",\"refused\":" + refused
                + ",\"sent\":" + sent + ",\"unanswered\":" + unanswered + ",\"replies\":" + replies + ",\"closed\":"
                + closed + ",\"damages\":" + damages.size() + "}";
    }
}
