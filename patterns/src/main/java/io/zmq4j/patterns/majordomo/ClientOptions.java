package io.zmq4j.patterns.majordomo;

import io.zmq4j.DealerSocket;
import io.zmq4j.patterns.majordomo.protocol.MdpVersion;
import java.util.Objects;
import java.util.function.Consumer;

/** How a {@link MajordomoClient} works; set in the function that is given to {@code connect}, and without effect after that. */
public final class ClientOptions {
    MdpVersion version = MdpVersion.V0_1;
    int tries = 1;
    int connections = 16;
    int maxWaiting = 10_000;
    Consumer<DealerSocket> socket = dealer -> {};

    ClientOptions() {}

    /** Sets which version it speaks; 0.1, which every broker understands. */
    public ClientOptions version(MdpVersion spoken) {
        version = Objects.requireNonNull(spoken, "spoken");
        return this;
    }

    /** Sets how often a request is sent at most until there is a reply; 1. With more, a worker may get the same request twice. */
    public ClientOptions tries(int count) {
        tries = Checks.atLeastOne(count, "count");
        return this;
    }

    /**
     * Sets how many requests are with the broker at once at most; 16. Each has a connection of its own, as the protocol has nothing by
     * which a client could tell the replies to several apart. Connections are made when they are needed, and kept.
     */
    public ClientOptions connections(int count) {
        connections = Checks.atLeastOne(count, "count");
        return this;
    }

    /** Sets how many more requests wait for a connection; 10,000. One more fails at once, as BUSY. */
    public ClientOptions maxWaiting(int requests) {
        maxWaiting = Checks.atLeastOne(requests, "requests");
        return this;
    }

    /** Sets what is done with each DEALER before it is connected, such as {@code SECURITY}. */
    public ClientOptions socket(Consumer<DealerSocket> settings) {
        socket = Objects.requireNonNull(settings, "settings");
        return this;
    }
}
