package io.zmq4j.pattern;

import io.zmq4j.event.DropCounters;
import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pipe.Pipe;
import org.jspecify.annotations.Nullable;

/** CLIENT: messages to the available servers in turn, and from all of them in turn (RFC 41). */
public final class Client implements Pattern {
    private final RoundRobin out = new RoundRobin();
    private final FairQueue in;
    private final OptionValues options;
    private final DropCounters drops;

    public Client(OptionValues options, DropCounters drops) {
        this.options = options;
        this.drops = drops;
        this.in = new FairQueue(new Bodies(drops));
    }

    @Override
    public boolean attach(Pipe pipe) {
        out.add(pipe);
        in.add(pipe);
        return true;
    }

    @Override
    public void connected(Pipe pipe) {
        Hello.send(pipe, options);
    }

    @Override
    public void disconnected(Pipe pipe) {
        byte[] hiccup = options.get(SocketOptions.HICCUP_MSG);
        if (hiccup.length > 0) {
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
    public @Nullable Message tryReceive(@Nullable Peer @Nullable [] senders, int at) {
        return in.tryReceive(senders, at);
    }

    @Override
    public boolean canSend() {
        return out.canSend();
    }

    @Override
    public boolean canReceive() {
        return in.canReceive();
    }

    @Override
    public int readAhead() {
        return in.readAhead();
    }
}
