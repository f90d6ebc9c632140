package io.zmq4j.patterns.majordomo;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * A broker at a moment.
 *
 * @param services those that have workers or requests, by name
 * @param waitingBytes of the bodies of all requests that the broker has, those that workers have included
 * @param counts what happened so far; what never did is not in it
 */
public record BrokerStatistics(List<ServiceStatistics> services, long waitingBytes, Map<BrokerCount, Long> counts) {
    public BrokerStatistics {
        services = List.copyOf(services);
        counts = Map.copyOf(counts);
    }

    /** How often it happened. */
    public long count(BrokerCount what) {
        return counts.getOrDefault(what, 0L);
    }

    /** An object with an array {@code services}, a number {@code waitingBytes} and an object {@code counts}. */
    public String toJson() {
        var list = new StringJoiner(",", "[", "]");
        for (ServiceStatistics each : services) {
            list.add("{\"name\":\"" + escaped(each.name()) + "\",\"workers\":" + each.workers() + ",\"idle\":"
                    + each.idle() + ",\"waiting\":" + each.waiting() + ",\"requests\":" + each.requests()
                    + ",\"replies\":" + each.replies() + "}");
        }
        var all = new StringJoiner(",", "{", "}");
        new TreeMap<>(counts).forEach((what, count) -> all.add("\"" + what + "\":" + count));
        return "{\"services\":" + list + ",\"waitingBytes\":" + waitingBytes + ",\"counts\":" + all + "}";
    }

    /** A name has no control characters. */
    private static String escaped(String name) {
        return name.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
