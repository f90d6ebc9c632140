package io.zmq4j.pattern;

import io.zmq4j.error.SocketStateException;
import io.zmq4j.event.DropCounters;
import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pipe.Pipe;
import org.jspecify.annotations.Nullable;

/**
 * DEALER: messages to the available peers in turn, and from all peers in turn, unmodified (RFC 28). Once it has made requests,
 * what comes is taken by {@link #tryReceiveReply} alone.
 */
public final class Dealer implements Pattern, Requesting {
    private final RoundRobin out = new RoundRobin();
    private final FairQueue in = new FairQueue((pipe, message) -> message);
    private final OptionValues options;
    private final DropCounters drops;
    private boolean makesRequests;

    public Dealer(OptionValues options, DropCounters drops) {
        this.options = options;
        this.drops = drops;
    }

    @Override
    public boolean attach(Pipe pipe) {
        out.add(pipe);
        in.add(pipe);
        return true;
    }

    @Override
    public void connected(Pipe pipe) {
        if (options.get(SocketOptions.PROBE_ROUTER)) {
            Probe.send(pipe);
        }
        Hello.send(pipe, options);
    }

    @Override
    public void disconnected(Pipe pipe) {
        byte[] hiccup = options.get(SocketOptions.HICCUP_MSG);
        if (hiccup.length > 0 && !makesRequests) {
            in.tell(Message.wrap(hiccup), pipe.sender(), drops);
        }
    }

    @Override
    public void detach(Pipe pipe) {
        out.remove(pipe);
        in.remove(pipe);
    }

    @Override
    public void readable(Pipe pipe) {
        in.readable(pipe);
    }

    @Override
    public void writable(Pipe pipe) {
        out.writable(pipe);
    }

    @Override
    public boolean trySend(Message message) {
        return out.trySend(message) != null;
    }

    @Override
    public void beginRequests() {
        makesRequests = true;
    }

    @Override
    public @Nullable Message tryReceiveReply() {
        return in.tryReceive(null, 0);
    }

    @Override
    public @Nullable Message tryReceive(@Nullable Peer @Nullable [] senders, int at) {
        if (makesRequests) {
            throw new SocketStateException("DEALER has made requests, and what comes is for their futures: receive on "
                    + "another DEALER, or send these requests by one of their own");
        }
        return in.tryReceive(senders, at);
    }

    @Override
    public boolean canSend() {
        return out.canSend();
    }

    @Override
    public boolean canReceive() {
        return !makesRequests && in.canReceive();
    }

    @Override
    public int readAhead() {
        return in.readAhead();
    }
}
