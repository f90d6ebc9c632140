package io.zmq4j.dashboard;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * An open page, to which overviews are written as server-sent events by a thread of its own. It gets the newest: what it was too slow
 * for it never sees.
 */
final class Tab {
    private static final byte[] KEEP_ALIVE = ": keep-alive\n\n".getBytes(StandardCharsets.UTF_8);

    private final HttpExchange exchange;
    private final long keepAliveMillis;
    private final Consumer<Tab> ended;
    private final Thread writer;

    private final BlockingQueue<byte[]> next = new ArrayBlockingQueue<>(1);

    /** When the write that is under way began; 0 if none is. */
    private volatile long writingSince;

    /**
     * @param keepAliveMillis after so long without an overview a comment is written, by which a page that has left is noticed
     * @param ended is told when the page has left
     */
    Tab(HttpExchange exchange, long keepAliveMillis, Consumer<Tab> ended) {
        this.exchange = exchange;
        this.keepAliveMillis = keepAliveMillis;
        this.ended = ended;
        writer = new Thread(this::write, "dashboard-tab");
        writer.setDaemon(true);
    }

    void start() {
        writer.start();
    }

    /** Takes the place of one that was not written yet. */
    void offer(byte[] overview) {
        next.clear();
        next.offer(overview);
    }

    /** Whether a write has been under way for so long. */
    boolean isStuck(long nanos) {
        long since = writingSince;
        return since != 0 && System.nanoTime() - since > nanos;
    }

    /** An interrupt closes the channel, also below a write that waits. */
    void close() {
        writer.interrupt();
    }

    private void write() {
        try {
            var out = exchange.getResponseBody();
            write(out, KEEP_ALIVE);
            while (true) {
                var overview = next.poll(keepAliveMillis, TimeUnit.MILLISECONDS);
                write(out, overview == null ? KEEP_ALIVE : overview);
            }
        } catch (IOException | InterruptedException e) {
            // The page has left, or was too slow.
        } finally {
            ended.accept(this);
            exchange.close();
        }
    }

    private void write(OutputStream out, byte[] bytes) throws IOException {
        writingSince = System.nanoTime() | 1;
        out.write(bytes);
        out.flush();
        writingSince = 0;
    }
}
