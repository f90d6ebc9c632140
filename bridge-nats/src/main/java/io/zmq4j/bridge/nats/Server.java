package io.zmq4j.bridge.nats;

import io.nats.client.Connection;
import io.nats.client.ErrorListener;
import io.nats.client.JetStreamApiException;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.zmq4j.bridge.spi.Address;
import io.zmq4j.bridge.spi.BridgeException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** The servers and the stream that an address names. */
record Server(Address address, String stream) {
    private static final String CREDENTIALS = "credentials";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PING = Duration.ofSeconds(2);

    static Server of(Address address, String... settings) {
        if (address.place().isEmpty() || !address.path().matches("[^/.*>\\s]+")) {
            throw new IllegalArgumentException(
                    address + " names no stream: nats://host:4222/STREAM does, also with several hosts between commas");
        }
        var all = new HashSet<>(Set.of(settings));
        all.add(CREDENTIALS);
        address.allow(all, name -> false);
        return new Server(address, address.path());
    }

    /**
     * Connects.
     *
     * @param reconnects how often it does so by itself after that, -1 for ever
     * @throws BridgeException if nobody is there, or refuses
     */
    Connection connect(int reconnects) {
        var options = new Options.Builder()
                .servers(address.place().split(","))
                .connectionTimeout(TIMEOUT)
                .maxReconnects(reconnects)
                .reconnectWait(Duration.ofMillis(200))
                .pingInterval(PING)
                .maxPingsOut(2)
                .requestCleanupInterval(Duration.ofSeconds(1))
                .connectionName("zmq4j bridge")
                // The client would print to stderr what the bridge tells itself.
                .errorListener(new ErrorListener() {});
        address.setting(CREDENTIALS).ifPresent(options::credentialPath);
        try {
            return Nats.connect(options.build());
        } catch (IOException | IllegalArgumentException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(e);
        }
    }

    /** The same, with its reason in words. */
    BridgeException failure(Exception e) {
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        if (e instanceof JetStreamApiException refusal && refusal.getApiErrorCode() == ErrorCode.NO_STREAM) {
            reason = "there is no stream " + stream + "; create=SUBJECTS makes it, such as create=orders.*";
        }
        return new BridgeException(address + ": " + reason, e);
    }
}
