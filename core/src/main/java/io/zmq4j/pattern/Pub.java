package io.zmq4j.pattern;

import io.zmq4j.event.DropCounters;
import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.pipe.Pipe;
import org.jspecify.annotations.Nullable;

/** PUB: an {@link XPub} whose application does not receive; messages from subscribers are discarded (RFC 29). */
public final class Pub implements Pattern, Topics {
    private final XPub xpub;

    public Pub(OptionValues options, DropCounters drops) {
        this.xpub = XPub.withoutReceive(options, drops);
    }

    @Override
    public boolean attach(Pipe pipe) {
        return xpub.attach(pipe);
    }

    @Override
    public void connected(Pipe pipe) {
        xpub.connected(pipe);
    }

    @Override
    public void left(Pipe pipe) {
        xpub.left(pipe);
    }

    @Override
    public void detach(Pipe pipe) {
        xpub.detach(pipe);
    }

    @Override
    public void readable(Pipe pipe) {
        xpub.readable(pipe);
    }

    @Override
    public void writable(Pipe pipe) {
        xpub.writable(pipe);
    }

    @Override
    public boolean trySend(Message message) {
        return xpub.trySend(message);
    }

    @Override
    public @Nullable Message tryReceive(@Nullable Peer @Nullable [] senders, int at) {
        throw new UnsupportedOperationException("PUB does not receive: use XPUB to see subscriptions");
    }

    @Override
    public boolean canSend() {
        return xpub.canSend();
    }

    @Override
    public boolean canReceive() {
        return false;
    }

    @Override
    public int topicCount() {
        return xpub.topicCount();
    }

    @Override
    public boolean hasAudience() {
        return xpub.hasAudience();
    }
}
