package io.zmq4j.cli.doctor;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks for the addresses of a name, and waits no longer than told. */
final class NameService {
    /** Asks; it may take as long as it likes. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] addressesOf(String name) throws UnknownHostException;
    }

    private final Lookup lookup;
    private final Duration patience;

    NameService(Lookup lookup, Duration patience) {
        this.lookup = lookup;
        this.patience = patience;
    }

    Duration patience() {
        return patience;
    }

    /**
     * The addresses; none if the name is unknown, empty if there is no answer in time.
     */
    Optional<List<InetAddress>> addressesOf(String name) {
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
