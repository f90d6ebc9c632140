package io.zmq4j.options;

import io.zmq4j.zmtp.SocketType;
import java.util.Set;

/**
 * What the options of new sockets are, where it is not what {@link SocketOptions} says. All options can be set here; each counts for
 * the types of sockets that have it.
 */
public final class SocketDefaults
        implements CommonOptions<SocketDefaults>,
                ConflateOptions<SocketDefaults>,
                RoutingIdOptions<SocketDefaults>,
                ProbeOptions<SocketDefaults>,
                HelloOptions<SocketDefaults>,
                HiccupOptions<SocketDefaults>,
                DisconnectOptions<SocketDefaults>,
                ConnectRoutingIdOptions<SocketDefaults>,
                RouterOptions<SocketDefaults>,
                StreamOptions<SocketDefaults>,
                RequestOptions<SocketDefaults>,
                SubscriptionOptions<SocketDefaults>,
                UnsubscribeOptions<SocketDefaults>,
                PublisherOptions<SocketDefaults>,
                MatchingOptions<SocketDefaults>,
                MulticastOptions<SocketDefaults> {
    // No type has every option; the type of these is never seen, as nothing that is asked for is missing.
    private final OptionValues values = new OptionValues(SocketType.PAIR, Set.copyOf(SocketOptions.all()));

    /** Those of {@link SocketOptions}. */
    public SocketDefaults() {}

    @Override
    public <T> void set(SocketOption<T> option, T value) {
        values.set(option, value);
    }

    @Override
    public <T> T get(SocketOption<T> option) {
        return values.get(option);
    }

    /** Sets an option by libzmq's name, with or without {@code ZMQ_}, in any case; for tools. */
    public void set(String name, String value) {
        values.set(name, value);
    }

    /** All of them as they are at the moment; later sets do not change it. */
    public OptionValues values() {
        return values.snapshot();
    }
}
