package io.zmq4j.cli.probe;

import io.zmq4j.testkit.RawListener;
import io.zmq4j.testkit.RawPeer;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedSelectorException;
import java.util.function.Consumer;

/** A server that does the same with each connection, one after another. */
final class ScriptedServer implements AutoCloseable {
    private final RawListener listener;

    ScriptedServer(RawListener listener, Consumer<RawPeer> script) {
        this.listener = listener;
        var thread = new Thread(() -> serve(script), "scripted server");
        thread.setDaemon(true);
        thread.start();
    }

    static ScriptedServer tcp(Consumer<RawPeer> script) {
        return new ScriptedServer(RawListener.tcp(), script);
    }

    private void serve(Consumer<RawPeer> script) {
        while (true) {
            try (RawPeer peer = listener.accept()) {
                script.accept(peer);
            } catch (AssertionError | UncheckedIOException e) {
                // The other side has ended the connection where the script goes on; or nobody comes.
            } catch (ClosedSelectorException e) {
                return;
            }
        }
    }

    String endpoint() {
        return listener.endpoint();
    }

    @Override
    public void close() {
        listener.close();
    }
}
