package io.zmq4j.micrometer;

import io.zmq4j.Receiver;
import io.zmq4j.Sender;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A view of a socket that sends and receives: {@link ObservedSender} and {@link ObservedReceiver} in one. */
public class ObservedSocket extends ObservedReceiver implements Sender {
    private final ObservedSender sender;
    private final Sender sends;
    private final Receiver receives;

    ObservedSocket(Observing observing, Sender sends, Receiver receives) {
        super(observing, receives);
        this.sender = new ObservedSender(observing, sends);
        this.sends = sends;
        this.receives = receives;
    }

    @Override
    public ObservedSocket traceFrame(boolean isWanted) {
        return new ObservedSocket(observing.withTraceFrame(isWanted), sends, receives);
    }

    @Override
    public void send(Message message) {
        sender.send(message);
    }

    @Override
    public boolean trySend(Message message) {
        return sender.trySend(message);
    }

    @Override
    public boolean send(Message message, Duration timeout) {
        return sender.send(message, timeout);
    }

    @Override
    public CompletableFuture<Void> sendAsync(Message message) {
        return sender.sendAsync(message);
    }
}
