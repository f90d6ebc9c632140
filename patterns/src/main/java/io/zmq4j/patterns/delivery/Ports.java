package io.zmq4j.patterns.delivery;

import io.zmq4j.Binding;
import io.zmq4j.Connection;
import io.zmq4j.Context;
import io.zmq4j.DealerSocket;
import io.zmq4j.RouterSocket;
import io.zmq4j.Socket;
import io.zmq4j.error.ZmqException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Opens the sockets of one side: a ROUTER for all that is bound, a DEALER for each that is connected. Safe for any thread. */
final class Ports {
    /** For the last word: what is said to a peer that takes nothing does not keep the context from closing for longer. */
    private static final Duration LINGER = Duration.ofSeconds(1);

    private final Context context;
    private final DeliveryOptions options;
    private final Pump pump;
    private final Signal signal;
    private @Nullable RouterSocket router;

    Ports(Context context, DeliveryOptions options, Pump pump, Signal signal) {
        this.context = context;
        this.options = options;
        this.pump = pump;
        this.signal = signal;
    }

    synchronized Binding bind(String endpoint) {
        Objects.requireNonNull(endpoint, "endpoint");
        RouterSocket bound = router;
        if (bound == null) {
            bound = open(context.router().linger(LINGER));
            pump.add(new BoundPort(bound, signal));
            router = bound;
        }
        return bound.bind(endpoint);
    }

    Connection connect(String endpoint) {
        Objects.requireNonNull(endpoint, "endpoint");
        DealerSocket dealer = open(context.dealer().linger(LINGER));
        try {
            var port = new ConnectedPort(dealer, signal);
            Connection connection = dealer.connect(endpoint);
            pump.add(port);
            return connection;
        } catch (ZmqException e) {
            dealer.close();
            throw e;
        }
    }

    private <S extends Socket> S open(S socket) {
        try {
            options.apply(socket);
            return socket;
        } catch (RuntimeException e) {
            socket.close();
            throw e;
        }
    }
}
