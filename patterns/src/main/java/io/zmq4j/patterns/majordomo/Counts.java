package io.zmq4j.patterns.majordomo;

import java.util.EnumMap;
import java.util.Map;

/** A broker's counters. Owned by the broker's rules. */
final class Counts {
    private final long[] counts = new long[BrokerCount.values().length];

    void add(BrokerCount what) {
        counts[what.ordinal()]++;
    }

    Map<BrokerCount, Long> toMap() {
        var map = new EnumMap<BrokerCount, Long>(BrokerCount.class);
        for (BrokerCount each : BrokerCount.values()) {
            if (counts[each.ordinal()] > 0) {
                map.put(each, counts[each.ordinal()]);
            }
        }
        return map;
    }
}
