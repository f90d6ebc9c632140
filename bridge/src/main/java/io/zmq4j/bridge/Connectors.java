package io.zmq4j.bridge;

import io.zmq4j.bridge.spi.Address;
import io.zmq4j.bridge.spi.Connector;
import java.util.ServiceLoader;
import java.util.TreeSet;

/** Finds who opens an address. */
final class Connectors {
    private Connectors() {}

    /** Found anew each time: modules may come later, and a bridge is opened seldom. */
    static Connector of(Address address) {
        var schemes = new TreeSet<String>();
        for (Connector each : ServiceLoader.load(Connector.class, Connectors.class.getClassLoader())) {
            if (each.schemes().contains(address.scheme())) {
                return each;
            }
            schemes.addAll(each.schemes());
        }
        throw new IllegalArgumentException(
                address + " begins with nothing that can be opened: there are " + schemes + ", each of its module");
    }
}
