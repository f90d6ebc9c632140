package io.zmq4j.bridge.sockets;

import io.zmq4j.Attachment;
import io.zmq4j.Socket;
import io.zmq4j.bridge.spi.Address;
import io.zmq4j.bridge.spi.BridgeException;
import io.zmq4j.error.EndpointException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** From an address to a socket with options and endpoints. */
public final class Endpoints {
    private static final String BIND = "bind";

    private Endpoints() {}

    /** Whether a setting is an option of the socket's: its name is in capitals, as libzmq has it. */
    static boolean isOption(String name) {
        return name.matches("[A-Z][A-Z0-9_]*");
    }

    /** Insists on settings that are {@code bind}, an option, or one of these. */
    public static void allow(Address address, String... names) {
        var all = new TreeSet<>(Set.of(names));
        all.add(BIND);
        address.allow(all, Endpoints::isOption);
    }

    /** Sets the options that the address has. */
    static void configure(Socket socket, Address address) {
        for (Map.Entry<String, String> each : address.settings().entrySet()) {
            if (isOption(each.getKey())) {
                socket.set(each.getKey(), each.getValue());
            }
        }
    }

    /** Configures a socket, and binds or connects it to each place of the address; closes it if that does not work. */
    public static List<Attachment> attach(Socket socket, Address address) {
        try {
            configure(socket, address);
            return attach(address, socket::bind, socket::connect);
        } catch (BridgeException | IllegalArgumentException e) {
            socket.close();
            throw e;
        }
    }

    /** Binds or connects to each place of the address. */
    static List<Attachment> attach(
            Address address, Function<String, Attachment> bind, Function<String, Attachment> connect) {
        var attachments = new ArrayList<Attachment>();
        for (String place : address.place().split(",", -1)) {
            String endpoint = endpoint(address, place);
            try {
                attachments.add((binds(address, place) ? bind : connect).apply(endpoint));
            } catch (EndpointException e) {
                throw new BridgeException(address + ": " + e.getMessage(), e);
            }
        }
        return attachments;
    }

    /** Whether a side binds: it says so, or its host is an asterisk. */
    private static boolean binds(Address address, String place) {
        return switch (address.setting(BIND).orElse(place.startsWith("*") ? "true" : "false")) {
            case "", "true" -> true;
            case "false" -> false;
            default -> throw address.wrong(BIND, "true or false");
        };
    }

    private static String endpoint(Address address, String place) {
        String transport = address.transport().isEmpty() ? "tcp" : address.transport();
        return transport + "://" + place + (address.path().isEmpty() ? "" : "/" + address.path());
    }
}
