package io.zmq4j.endpoint;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Those that were accepted and whose handshake is not complete, oldest first: at most so many, and so many of one address. One more
 * makes another give way, the oldest of its own address if that has too many there, else the oldest of all. So thousands of clients
 * that say nothing, or little, cost a bounded amount of memory, and do not keep out one that speaks: it needs milliseconds, and they
 * have to be there all the time.
 *
 * <p>Refused: to accept no more while it is full, which is what such clients want.
 *
 * <p>Owned by the loop's token.
 */
final class Lobby<T> {
    /** About 16 MiB of connections. */
    static final int MOST = 4096;

    static final int MOST_OF_ADDRESS = 2048;

    private final int most;
    private final int mostOfAddress;
    private final Map<T, Object> addresses = new LinkedHashMap<>();
    private final Map<Object, Integer> counts = new HashMap<>();

    Lobby() {
        this(MOST, MOST_OF_ADDRESS);
    }

    Lobby(int most, int mostOfAddress) {
        this.most = most;
        this.mostOfAddress = mostOfAddress;
    }

    /**
     * Takes one in.
     *
     * @param address where it comes from; null where nobody can say
     * @return the one that has to go for it, which is not here any more; null for none
     */
    @Nullable
    T enter(T guest, @Nullable Object address) {
        T gone = null;
        if (address != null && counts.getOrDefault(address, 0) >= mostOfAddress) {
            gone = oldestOf(address);
        } else if (addresses.size() >= most) {
            gone = addresses.keySet().iterator().next();
        }
        if (gone != null) {
            leave(gone);
        }
        addresses.put(guest, address == null ? this : address);
        if (address != null) {
            counts.merge(address, 1, Integer::sum);
        }
        return gone;
    }

    private @Nullable T oldestOf(Object address) {
        for (Map.Entry<T, Object> each : addresses.entrySet()) {
            if (each.getValue().equals(address)) {
                return each.getKey();
            }
        }
        return null;
    }

    /** Its handshake is complete, or has failed; without effect if it is not here. */
    void leave(T guest) {
        Object address = addresses.remove(guest);
        if (address != null) {
            counts.computeIfPresent(address, (where, count) -> count == 1 ? null : count - 1);
        }
    }

    int size() {
        return addresses.size();
    }
}
