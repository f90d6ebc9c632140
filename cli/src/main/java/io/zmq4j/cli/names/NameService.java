package io.zmq4j.cli.names;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks for the addresses of names, and waits no longer than told: a look-up that hangs keeps a thread of its own. */
public final class NameService {
    /** Asks; it may take as long as it likes. */
    @FunctionalInterface
    public interface Lookup {
        /** The addresses of a name; none, or an exception, if it is unknown. */
        InetAddress[] addressesOf(String name) throws UnknownHostException;
    }

    private final Lookup lookup;

    /** One that asks in this way. */
    public NameService(Lookup lookup) {
        this.lookup = lookup;
    }

    /** The system's. */
    public static NameService ofThisMachine() {
        return new NameService(InetAddress::getAllByName);
    }

    /** The addresses of a name: none if it is unknown, empty if there is no answer in time. */
    public Optional<List<InetAddress>> addressesOf(String name, Duration patience) {
        var found = new CompletableFuture<InetAddress[]>();
        var asking = new Thread(() -> ask(name, found), "zmq-lookup");
        asking.setDaemon(true);
        asking.start();
        try {
            return Optional.of(List.of(found.get(patience.toNanos(), TimeUnit.NANOSECONDS)));
        } catch (ExecutionException e) {
            return Optional.of(List.of());
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void ask(String name, CompletableFuture<InetAddress[]> found) {
        try {
            found.complete(lookup.addressesOf(name));
        } catch (UnknownHostException | RuntimeException e) {
            found.completeExceptionally(e);
        }
    }
}
