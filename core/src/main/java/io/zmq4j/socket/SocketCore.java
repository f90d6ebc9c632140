package io.zmq4j.socket;

import io.zmq4j.event.*;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOption;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

public final class SocketCore {
    private static UnsupportedOperationException stub() { return new UnsupportedOperationException(); }
    public SocketType type() { throw stub(); }
    public String bind(String e) { throw stub(); }
    public void connect(String e) { throw stub(); }
    public void unbind(String e) { throw stub(); }
    public void disconnect(String e) { throw stub(); }
    public String lastEndpoint() { throw stub(); }
    public <T> void set(SocketOption<T> o, T v) { throw stub(); }
    public <T> T get(SocketOption<T> o) { throw stub(); }
    public void set(String n, String v) { throw stub(); }
    public int peerCount() { throw stub(); }
    public boolean awaitPeer(Duration t) { throw stub(); }
    public AutoCloseable onEvent(Consumer<SocketEvent> l, boolean trace) { throw stub(); }
    public void monitor(String e, int events) { throw stub(); }
    public Map<DropReason, Long> drops() { throw stub(); }
    public boolean isClosed() { throw stub(); }
    public void close() { throw stub(); }
    public void send(Message m) { throw stub(); }
    public boolean trySend(Message m) { throw stub(); }
    public boolean send(Message m, Duration t) { throw stub(); }
    public CompletableFuture<Void> sendAsync(Message m) { throw stub(); }
    public Message receive() { throw stub(); }
    public @Nullable Message tryReceive() { throw stub(); }
    public @Nullable Message receive(Duration t) { throw stub(); }
    public CompletableFuture<Message> receiveAsync() { throw stub(); }
    public @Nullable Message request(Message m, Duration patience, int tries) { throw stub(); }
    public void subscribe(byte[] t) { throw stub(); }
    public void unsubscribe(byte[] t) { throw stub(); }
    public boolean hasPeer(byte[] id) { throw stub(); }
}
