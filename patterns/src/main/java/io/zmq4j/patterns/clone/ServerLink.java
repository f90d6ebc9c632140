package io.zmq4j.patterns.clone;

import io.zmq4j.Connection;
import io.zmq4j.Context;
import io.zmq4j.DealerSocket;
import io.zmq4j.Socket;
import io.zmq4j.SubSocket;
import io.zmq4j.event.EndpointState;
import io.zmq4j.event.Received;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.patterns.agent.Agent;
import io.zmq4j.patterns.agent.Source;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The connections to a server that is followed, and its {@link Follower}. Owned by the agent's thread. */
final class ServerLink implements Follower.Target {
    /** As in {@link Follower}. */
    interface Owner {
        void replace(Store map, long askedAt, long sequence);

        void apply(KeyValue update);

        void lost();

        /** Something came that is no command of RFC 12. */
        void malformed();
    }

    /**
     * What is followed.
     *
     * @param subscriptions to what is published
     * @param question for a snapshot
     * @param seesAll whether the subscriptions are for everything
     */
    record Interest(List<String> subscriptions, Message question, boolean seesAll) {}

    private final Context context;
    private final Agent agent;
    private final CloneEndpoints server;
    private final Interest interest;
    private final Owner owner;
    private final Consumer<? super Socket> settings;
    private final Follower follower;
    private final Connection connection;
    private final Source updates;

    /** While a snapshot is awaited. */
    private @Nullable DealerSocket asking;

    private @Nullable Source answers;

    ServerLink(
            Context context,
            Agent agent,
            CloneEndpoints server,
            Interest interest,
            Pace pace,
            Supplier<Store> stores,
            Consumer<? super Socket> settings,
            Owner owner) {
        this.context = context;
        this.agent = agent;
        this.server = server;
        this.interest = interest;
        this.settings = settings;
        this.owner = owner;
        follower = new Follower(
                this, stores, interest.seesAll(), pace.heartbeatNanos(), pace.silenceNanos(), System.nanoTime());
        SubSocket sub = context.sub();
        updates = agent.read(sub, this::published);
        boolean isOpen = false;
        try {
            settings.accept(sub);
            sub.receiveHighWaterMark(Follower.MAX_HELD);
            // In this order on the wire: a HUGZ that comes says that the others count too.
            interest.subscriptions().forEach(sub::subscribe);
            // Whoever connects anew has missed something: a connection that breaks is not to come back by itself.
            sub.reconnectInterval(SocketOptions.FOREVER);
            connection = sub.connect(server.publisher());
            isOpen = true;
        } finally {
            if (!isOpen) {
                agent.stop(updates);
            }
        }
    }

    Follower follower() {
        return follower;
    }

    private void published(Received received) {
        Optional<KeyValue> update = KeyValue.of(received.message(), 0);
        if (update.isPresent()) {
            follower.published(update.get(), System.nanoTime());
        } else {
            owner.malformed();
        }
    }

    private void synced(Received received) {
        Optional<KeyValue> entry = KeyValue.of(received.message(), 0);
        if (entry.isPresent()) {
            follower.synced(entry.get(), System.nanoTime());
        } else {
            owner.malformed();
        }
    }

    @Override
    public void ask() {
        stopAsking();
        DealerSocket dealer = context.dealer().linger(Duration.ZERO);
        answers = agent.read(dealer, this::synced);
        asking = dealer;
        settings.accept(dealer);
        dealer.connect(server.snapshot());
        dealer.trySend(interest.question());
    }

    @Override
    public void askAgain() {
        if (asking != null) {
            asking.trySend(interest.question());
        }
    }

    @Override
    public void replace(Store map, long sequence) {
        stopAsking();
        owner.replace(map, follower.askedAt(), sequence);
    }

    private void stopAsking() {
        if (answers != null) {
            agent.stop(answers);
        }
        answers = null;
        asking = null;
    }

    @Override
    public void apply(KeyValue update) {
        owner.apply(update);
    }

    @Override
    public void lost() {
        owner.lost();
    }

    void onTime(long now) {
        if (connection.state() == EndpointState.GIVEN_UP) {
            follower.broken(now);
        }
        follower.onTime(now);
    }

    void close() {
        stopAsking();
        agent.stop(updates);
    }
}
