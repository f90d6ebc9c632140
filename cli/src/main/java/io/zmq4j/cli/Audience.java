package io.zmq4j.cli;

import io.zmq4j.Socket;
import java.time.Duration;

/** Whether anybody heard what was published: a publisher goes on without, and says nothing of it. */
final class Audience {
    private Audience() {}

    /**
     * Looks back at what a pub, xpub or radio has sent, before it is closed.
     *
     * @throws NobodyListensException if none of it was for anybody
     */
    static void expect(Socket publisher, long sent) {
        var traffic = publisher.statistics().traffic();
        if (sent > 0 && traffic.messagesOut() + traffic.queuedOut() == 0) {
            var nowhere = ": " + sent + (sent == 1 ? " message" : " messages") + " went nowhere";
            throw new NobodyListensException(
                    publisher.awaitPeer(Duration.ZERO)
                            ? "nobody has subscribed to any of this" + nowhere
                            : "nobody has subscribed" + nowhere + "; --wait-for-peer waits for a subscriber");
        }
    }
}
