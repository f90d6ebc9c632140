package io.zmq4j.bridge;

import io.zmq4j.bridge.spi.Address;
import io.zmq4j.bridge.spi.Connector;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds who opens an address. */
final class Connectors {
    /** A loader need not get past one that is broken. */
    private static final int MOST_BROKEN = 100;

    private Connectors() {}

    /** Found anew each time: modules may come later, and a bridge is opened seldom. */
    static Connector of(Address address) {
        return of(address, ServiceLoader.load(Connector.class, Connectors.class.getClassLoader()));
    }

    /** One that cannot be loaded keeps nobody from the others; it is named if nobody opens the address, which may have been its own. */
    static Connector of(Address address, Iterable<Connector> loader) {
        var schemes = new TreeSet<String>();
        List<String> broken = new ArrayList<>();
        Iterator<Connector> found = loader.iterator();
        for (Connector each = next(found, broken); each != null; each = next(found, broken)) {
            if (each.schemes().contains(address.scheme())) {
                return each;
            }
            schemes.addAll(each.schemes());
        }
        throw new IllegalArgumentException(address + " begins with nothing that can be opened: there are " + schemes
                + ", each of its module" + (broken.isEmpty() ? "" : "; broken: " + String.join(", ", broken)));
    }

    private static @Nullable Connector next(Iterator<Connector> found, List<String> broken) {
        while (broken.size() < MOST_BROKEN) {
            try {
                return found.hasNext() ? found.next() : null;
            } catch (ServiceConfigurationError | LinkageError e) {
                broken.add(String.valueOf(e.getMessage()));
            }
        }
        return null;
    }
}
