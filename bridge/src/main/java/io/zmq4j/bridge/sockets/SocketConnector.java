package io.zmq4j.bridge.sockets;

import io.zmq4j.Attachment;
import io.zmq4j.Context;
import io.zmq4j.Receiver;
import io.zmq4j.Socket;
import io.zmq4j.SubSocket;
import io.zmq4j.bridge.spi.Address;
import io.zmq4j.bridge.spi.BridgeException;
import io.zmq4j.bridge.spi.Connector;
import io.zmq4j.bridge.spi.Sink;
import io.zmq4j.bridge.spi.Source;
import java.util.List;
import java.util.Set;

/** Opens sockets: {@code pull} and {@code sub} to read from, {@code push}, {@code pub} and {@code router} to write to. */
public final class SocketConnector implements Connector {
    private static final String TOPIC = "topic";
    private static final String ABSENT = "absent";

    @Override
    public Set<String> schemes() {
        return Set.of("pull", "sub", "push", "pub", "router");
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
            default -> throw new IllegalArgumentException(address + " cannot be read from: pull and sub can");
        };
    }

    private static Source subscribed(SubSocket sub, Address address) {
        for (String topic : address.setting(TOPIC).orElse("").split(",", -1)) {
            sub.subscribe(topic);
        }
        return receiving(sub, sub, address);
    }

    private static Source receiving(Socket socket, Receiver receiver, Address address) {
        List<Attachment> attachments = attached(socket, address);
        return new ReceiverSource(socket, receiver, attachments);
    }

    @Override
    public Sink openSink(Address address, Context context) {
        return switch (address.scheme()) {
            case "push" -> {
                Endpoints.allow(address);
                // Nothing waits for a peer that is not there: the bridge waits, and acknowledges nothing.
                var push = context.push().immediate(true);
                attached(push, address);
                yield new PushSink(push);
            }
            case "pub" -> {
                Endpoints.allow(address);
                var pub = context.pub();
                attached(pub, address);
                yield new PubSink(pub);
            }
            case "router" -> {
                Endpoints.allow(address, ABSENT);
                RouterSink.Absent absent = absent(address);
                var router = context.router().routerMandatory(true);
                attached(router, address);
                yield new RouterSink(router, absent);
            }
            default -> throw new IllegalArgumentException(address + " cannot be written to: push, pub and router can");
        };
    }

    private static RouterSink.Absent absent(Address address) {
        return switch (address.setting(ABSENT).orElse("wait")) {
            case "wait" -> RouterSink.Absent.WAIT;
            case "reject" -> RouterSink.Absent.REJECT;
            default -> throw address.wrong(ABSENT, "wait or reject");
        };
    }

    private static List<Attachment> attached(Socket socket, Address address) {
        try {
            return Endpoints.attach(socket, address);
        } catch (BridgeException | IllegalArgumentException e) {
            socket.close();
            throw e;
        }
    }
}
