package io.zmq4j.multicast;

import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import io.zmq4j.transport.spi.LinkHost;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A socket's side of a link: what it sends, and what it is told. */
final class FakeHost implements LinkHost {
    final Deque<Message> toSend = new ArrayDeque<>();
    final List<String> received = new ArrayList<>();
    final List<String> events = new ArrayList<>();
    long lost;
    int exchanges;

    @Nullable
    Error shortage;

    @Override
    public @Nullable Message peek() {
        return toSend.peek();
    }

    @Override
    public void take() {
        toSend.remove();
    }

    @Override
    public boolean hasRoom() {
        return true;
    }

    @Override
    public void deliver(Message message) {
        if (shortage != null) {
            throw shortage;
        }
        received.add(message.text());
    }

    @Override
    public void lost(long count, @Nullable String peer, String detail) {
        lost += count;
    }

    @Override
    public void channelsChanged() {
        exchanges++;
    }

    @Override
    public void event(SocketEvent.Type type, @Nullable String peer, String detail) {
        events.add(type + " " + detail);
    }
}
