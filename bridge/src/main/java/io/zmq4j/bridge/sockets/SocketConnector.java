package io.zmq4j.bridge.sockets;

import io.zmq4j.Attachment;
import io.zmq4j.Context;
import io.zmq4j.Receiver;
import io.zmq4j.Socket;
import io.zmq4j.SubSocket;
import io.zmq4j.bridge.spi.Address;
import io.zmq4j.bridge.spi.Connector;
import io.zmq4j.bridge.spi.KeyRule;
import io.zmq4j.bridge.spi.Sink;
import io.zmq4j.bridge.spi.Source;
import java.util.List;
import java.util.Set;

/**
 * Opens sockets: {@code pull}, {@code sub} and {@code dealer} to read from, {@code push}, {@code pub}, {@code router} and {@code dealer}
 * to write to. A {@code dealer} is a side of a delivery with acknowledgement.
 */
public final class SocketConnector implements Connector {
    private static final String TOPIC = "topic";
    private static final String ABSENT = "absent";

    @Override
    public Set<String> schemes() {
        return Set.of("pull", "sub", "push", "pub", "router", "dealer");
    }

    @Override
    public Source openSource(Address address, Context context) {
        return switch (address.scheme()) {
            case "pull" -> {
                Endpoints.allow(address);
                var pull = context.pull();
                yield receiving(pull, pull, address);
            }
            case "sub" -> {
                Endpoints.allow(address, TOPIC);
                yield subscribed(context.sub(), address);
            }
            case "dealer" -> {
                Endpoints.allow(address, DealerSource.WINDOW);
                yield DealerSource.open(address, context);
            }
            default -> throw new IllegalArgumentException(address + " cannot be read from: pull, sub and dealer can");
        };
    }

    private static Source subscribed(SubSocket sub, Address address) {
        for (String topic : address.setting(TOPIC).orElse("").split(",", -1)) {
            sub.subscribe(topic);
        }
        return receiving(sub, sub, address);
    }

    private static Source receiving(Socket socket, Receiver receiver, Address address) {
        List<Attachment> attachments = Endpoints.attach(socket, address);
        return new ReceiverSource(socket, receiver, attachments);
    }

    @Override
    public Sink openSink(Address address, Context context) {
        return switch (address.scheme()) {
            case "push" -> {
                Endpoints.allow(address);
                // Nothing waits for a peer that is not there: the bridge waits, and acknowledges nothing.
                var push = context.push().immediate(true);
                Endpoints.attach(push, address);
                yield new PushSink(push);
            }
            case "pub" -> {
                Endpoints.allow(address, Publication.ID);
                Publication publication = Publication.of(address);
                var pub = context.pub();
                Endpoints.attach(pub, address);
                yield new PubSink(pub, publication);
            }
            case "router" -> {
                Endpoints.allow(address, ABSENT, "key");
                KeyRule keys = KeyRule.of(address);
                RouterSink.Absent absent = absent(address);
                var router = context.router().routerMandatory(true);
                Endpoints.attach(router, address);
                yield new RouterSink(router, keys, absent);
            }
            case "dealer" -> {
                Endpoints.allow(address);
                yield DealerSink.open(address, context);
            }
            default ->
                throw new IllegalArgumentException(address + " cannot be written to: push, pub, router and dealer can");
        };
    }

    private static RouterSink.Absent absent(Address address) {
        return switch (address.setting(ABSENT).orElse("wait")) {
            case "wait" -> RouterSink.Absent.WAIT;
            case "reject" -> RouterSink.Absent.REJECT;
            default -> throw address.wrong(ABSENT, "wait or reject");
        };
    }
}
