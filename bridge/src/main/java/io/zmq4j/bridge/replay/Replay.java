package io.zmq4j.bridge.replay;

import io.zmq4j.bridge.sockets.Publication;
import io.zmq4j.bridge.spi.BridgeException;
import io.zmq4j.bridge.spi.BridgeRecord;
import io.zmq4j.bridge.spi.History;
import io.zmq4j.bridge.spi.Start;
import io.zmq4j.error.ZmqException;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One request and what is sent for it. Its thread waits for the history and for the requester's room, so that neither overruns it. */
final class Replay implements Runnable {
    private static final Duration WAIT = Duration.ofMillis(200);

    private final Function<Start, History> histories;
    private final Request request;
    private final Requester requester;
    private final Runnable over;

    /**
     * A replay.
     *
     * @param over called before the last answer is sent: whoever has that may ask again
     */
    Replay(Function<Start, History> histories, Request request, Requester requester, Runnable over) {
        this.histories = histories;
        this.request = request;
        this.requester = requester;
        this.over = over;
    }

    @Override
    public void run() {
        Message last = null;
        try {
            last = play();
        } catch (ZmqException e) {
            // The requester is gone, or the socket is closed: there is nobody to tell.
        } catch (RuntimeException e) {
            last = Answer.error(String.valueOf(e.getMessage()));
        } finally {
            over.run();
        }
        if (last != null) {
            tell(last);
        }
    }

    private void tell(Message last) {
        try {
            requester.send(last);
        } catch (ZmqException e) {
            // As above.
        }
    }

    /** The last answer; null if nobody waits for one. */
    private @Nullable Message play() {
        try (var history = histories.apply(request.start())) {
            long readNanos = System.nanoTime();
            while (!history.isOver()) {
                List<BridgeRecord> records = history.read(WAIT);
                if (!requester.isThere() || !send(records)) {
                    return null;
                }
                if (!records.isEmpty()) {
                    readNanos = System.nanoTime();
                } else if (System.nanoTime() - readNanos > requester.patience().toNanos()) {
                    throw new BridgeException(
                            "nothing could be read for " + requester.patience().toSeconds() + " s");
                }
            }
            return Answer.end(history.end());
        }
    }

    /** What is no message, as it has a defect, is no publication either. */
    private boolean send(List<BridgeRecord> records) {
        for (BridgeRecord record : records) {
            if (record.defect() == null) {
                Message published = Publication.PLAIN.of(record);
                if (request.wants(published)
                        && !requester.send(Answer.record(record.origin().id(), published))) {
                    return false;
                }
            }
        }
        return true;
    }
}
