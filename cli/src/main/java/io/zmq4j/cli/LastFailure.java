package io.zmq4j.cli;

import io.zmq4j.event.SocketEvent;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What went wrong last with a verb's connections and has not been made good: the cause of a timeout. Any thread. */
final class LastFailure implements Consumer<SocketEvent> {
    private volatile @Nullable SocketEvent last;

    @Override
    public void accept(SocketEvent event) {
        switch (event.type()) {
            case HANDSHAKE_SUCCEEDED -> last = null;
            case HANDSHAKE_FAILED, HANDSHAKE_FAILED_AUTH -> last = event;
            case CONNECT_RETRIED -> {
                // The rest after a failed handshake has its detail, without the reason; another try may have none.
                var before = last;
                boolean tellsMore = before == null
                        || (!event.detail().isEmpty() && !event.detail().equals(before.detail()));
                if (tellsMore) {
                    last = event;
                }
            }
            default -> {}
        }
    }

    /** What ended for want of something, and why nothing came, if that is known. */
    String after(String timeout) {
        var event = last;
        return event == null ? timeout : timeout + "; " + EventText.sentence(event);
    }
}
