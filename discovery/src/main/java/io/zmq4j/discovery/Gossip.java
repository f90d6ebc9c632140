package io.zmq4j.discovery;

import io.zmq4j.Binding;
import io.zmq4j.Context;
import io.zmq4j.RouterSocket;
import io.zmq4j.discovery.gossip.Ed25519;
import io.zmq4j.discovery.gossip.Node;
import io.zmq4j.discovery.gossip.Service;
import io.zmq4j.error.EndpointException;
import io.zmq4j.transport.spi.Directory;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Nodes that tell each other who offers what, without a server: each knows a few seeds, and soon everybody. A node that is not heard of for
 * its time to live is gone; a network that was cut into parts becomes one again. An entry is signed by who it is about, with a key that
 * is made at the start, so that nobody can speak for another.
 *
 * <pre>{@code
 * var gossip = Gossip.in(context).bind("tcp://10.0.0.7:7000").seeds("tcp://10.0.0.1:7000").start();
 * gossip.offer("work", pull.bind("tcp://10.0.0.7:*").uri());   // on the one machine
 * push.connect(gossip.service("work"));                        // on the other
 * }</pre>
 *
 * <p>Safe for any thread. It has one of its own, which ends with {@link #close} or the context.
 */
public final class Gossip implements AutoCloseable {
    private static final int MOST_OFFERS = 16;

    private final Node node;
    private final GossipLine line;
    private final String contact;

    // ---- guarded by this

    private final Set<Service> offers = new LinkedHashSet<>();
    private final Map<String, PeerList> followed = new HashMap<>();

    /** What followers were told; the line's thread's. */
    private long changes;

    private Gossip(GossipBuilder builder, @Nullable RouterSocket router, String contact) {
        this.contact = contact;
        this.node =
                new Node(new Ed25519(), contact, builder.seeds, builder.ttl, new Random(new SecureRandom().nextLong()));
        this.line = new GossipLine(builder, router, node, this::tellFollowers);
    }

    /** How it is to be; its sockets are of this context. */
    public static GossipBuilder in(Context context) {
        return new GossipBuilder(Objects.requireNonNull(context, "context"));
    }

    static Gossip start(GossipBuilder builder) {
        if (builder.bound.isEmpty()) {
            return started(builder, null, "");
        }
        RouterSocket router = builder.context.router();
        try {
            builder.sockets.accept(router);
            Binding binding = router.bind(builder.bound);
            return started(builder, router, contact(builder, binding));
        } catch (RuntimeException | Error e) {
            router.close();
            throw e;
        }
    }

    private static Gossip started(GossipBuilder builder, @Nullable RouterSocket router, String contact) {
        var made = new Gossip(builder, router, contact);
        made.line.start();
        return made;
    }

    private static String contact(GossipBuilder builder, Binding binding) {
        if (!builder.advertised.isEmpty()) {
            return builder.advertised;
        }
        String uri = checkPlace(binding.uri());
        if (uri.startsWith("tcp://0.0.0.0:") || uri.startsWith("tcp://[::]:") || uri.startsWith("tcp://*:")) {
            throw new EndpointException(
                    "Endpoint \"" + builder.bound
                            + "\" does not say where others find it; allowed: an address, or advertise(\"tcp://HOST:PORT\") besides");
        }
        return uri;
    }

    static String checkPlace(String endpoint) {
        if (!endpoint.startsWith("tcp://") || bytes(endpoint) > 300) {
            throw new EndpointException("Endpoint \"" + endpoint.substring(0, Math.min(300, endpoint.length()))
                    + "\" is nothing that others could connect to; allowed: tcp://HOST:PORT");
        }
        return endpoint;
    }

    /** Where others can ask it; empty if it only listens. */
    public String contact() {
        return contact;
    }

    /**
     * From now on others find this endpoint under this name. With one that is offered already it has no effect.
     *
     * @param service at most 100 bytes as UTF-8; 16 offers at most
     * @throws EndpointException if the endpoint is not one of {@code tcp://}, or longer than 300 bytes as UTF-8
     * @throws IllegalStateException if this node only listens, or has 16 offers
     */
    public void offer(String service, String endpoint) {
        var offered = new Service(checkName(service), checkPlace(Objects.requireNonNull(endpoint, "endpoint")));
        if (contact.isEmpty()) {
            throw new IllegalStateException("this node only listens: to offer something it must be bound");
        }
        synchronized (this) {
            if (!offers.contains(offered) && offers.size() == MOST_OFFERS) {
                throw new IllegalStateException("there are " + MOST_OFFERS + " offers: at most so many are allowed");
            }
            if (offers.add(offered)) {
                tellOffers();
            }
        }
    }

    /** This is not offered any more; without effect if it was not. */
    public synchronized void withdraw(String service, String endpoint) {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(endpoint, "endpoint");
        if (offers.remove(new Service(service, endpoint))) {
            tellOffers();
        }
    }

    private void tellOffers() {
        List<Service> all = new ArrayList<>(offers);
        line.change((changing, now) -> changing.offer(all, now));
    }

    private static String checkName(String service) {
        Objects.requireNonNull(service, "service");
        if (service.isEmpty() || bytes(service) > 100) {
            throw new IllegalArgumentException("a service's name of " + bytes(service) + " bytes: 1 to 100");
        }
        return service;
    }

    /** As it counts in an entry, in which all offers must find room. */
    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** All who offer this, now and as they come and go: for {@link io.zmq4j.Socket#connect(Directory)}. */
    public Directory service(String name) {
        checkName(name);
        synchronized (this) {
            return followed.computeIfAbsent(
                    name, absent -> new PeerList("gossip://" + name, line.ask(asked -> asked.endpoints(name))));
        }
    }

    /** Who offers this at the moment. */
    public Set<String> endpoints(String service) {
        checkName(service);
        return line.ask(asked -> asked.endpoints(service));
    }

    public GossipStatistics statistics() {
        return line.ask(asked -> new GossipStatistics(
                asked.members(),
                asked.suspicions().malformed(),
                asked.suspicions().forged(),
                asked.suspicions().crowded()));
    }

    /** By the line's thread, after each of its steps. */
    private void tellFollowers() {
        long now = line.ask(Node::changes);
        if (now == changes) {
            return;
        }
        changes = now;
        Map<String, PeerList> lists;
        synchronized (this) {
            lists = Map.copyOf(followed);
        }
        lists.forEach((name, list) -> list.set(line.ask(asked -> asked.endpoints(name))));
    }

    /**
     * Takes leave, so that others need not wait until its time to live is over, and ends. Sockets that follow stay connected to whom they
     * have. Returns when its sockets are closed, after two seconds at most; without effect the second time.
     */
    @Override
    public void close() {
        line.closeAndWait();
    }

    /** As {@link #close}, without waiting for anything. */
    void closeSoon() {
        line.close();
    }
}
