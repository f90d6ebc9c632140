package io.zmq4j.socket;

import io.zmq4j.event.Registration;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.notice.SocketNotices;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/** A socket's listeners, and what it says to the log by itself. Safe for any thread, never blocks. */
final class EventHub {
    private final ThreadFactory threads;
    private final SocketNotices notices;
    private final List<EventFeed> feeds = new CopyOnWriteArrayList<>();
    private volatile boolean traces;
    private volatile boolean stopped;

    EventHub(ThreadFactory threads, SocketNotices notices) {
        this.threads = threads;
        this.notices = notices;
    }

    Registration add(Consumer<SocketEvent> listener, boolean withTraces) {
        var feed = new EventFeed(
                threads, listener, withTraces, failure -> notices.handlerFailed("an event listener", failure));
        feeds.add(feed);
        noteTraces();
        if (stopped) {
            remove(feed);
        }
        return () -> remove(feed);
    }

    private void remove(EventFeed feed) {
        feed.stop();
        if (feeds.remove(feed)) {
            noteTraces();
        }
    }

    private void noteTraces() {
        traces = feeds.stream().anyMatch(EventFeed::traces);
    }

    boolean traces() {
        return traces;
    }

    /** An event could not even be made. */
    void leftOut() {
        for (EventFeed feed : feeds) {
            feed.leftOut();
        }
    }

    void tell(SocketEvent event) {
        for (EventFeed feed : feeds) {
            feed.offer(event);
        }
        notices.hear(event);
    }

    /** The socket is gone: every listener gets what is under way, then {@link SocketEvent.Type#MONITOR_STOPPED}. */
    void stop() {
        stopped = true;
        feeds.forEach(this::remove);
    }
}
