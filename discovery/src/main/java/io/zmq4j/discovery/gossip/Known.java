package io.zmq4j.discovery.gossip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entries that are believed: of each owner the one with the highest version that came, for as long as it lives. Those who are there keep
 * their place however many others want one. Of an owner whose entry is over, its version is remembered for ten minutes, so that nobody who
 * has heard of the end later brings it back. Times are nanoseconds.
 */
final class Known {
    static final int MOST = 4_096;

    private static final long REMEMBERED_NANOS = Duration.ofMinutes(10).toNanos();

    /** What became of an entry that came. */
    enum Outcome {
        TAKEN,
        /** This version, or a later one, is known or was. */
        OLD,
        /** There is no place for one more owner. */
        FULL
    }

    private record Living(Entry entry, long taken, long end) {}

    private record Past(long version, long end) {}

    private final Map<Owner, Living> living = new HashMap<>();
    private final Map<Owner, Past> past = new LinkedHashMap<>();

    /** Whether one of this version would be news; asked before its signature is looked at, which costs more. */
    boolean isNews(Owner owner, long version) {
        return version > version(owner);
    }

    /** The highest version that came of this owner; 0 for none. */
    long version(Owner owner) {
        Living there = living.get(owner);
        if (there != null) {
            return there.entry.version();
        }
        Past before = past.get(owner);
        return before == null ? 0 : before.version;
    }

    Outcome take(Entry entry, long now) {
        if (!isNews(entry.owner(), entry.version())) {
            return Outcome.OLD;
        }
        if (living.size() >= MOST && !living.containsKey(entry.owner())) {
            return Outcome.FULL;
        }
        put(entry, now);
        return Outcome.TAKEN;
    }

    /** One's own, for which there is always a place. */
    void put(Entry entry, long now) {
        past.remove(entry.owner());
        living.put(
                entry.owner(),
                new Living(
                        entry, now, now + Duration.ofSeconds(entry.ttlSeconds()).toNanos()));
    }

    /** Lets go of those that are over; gives them. */
    List<Entry> expire(long now) {
        List<Entry> over = new ArrayList<>();
        for (Iterator<Living> each = living.values().iterator(); each.hasNext(); ) {
            Living one = each.next();
            if (now - one.end >= 0) {
                each.remove();
                over.add(one.entry);
                past.put(one.entry.owner(), new Past(one.entry.version(), now + REMEMBERED_NANOS));
            }
        }
        // Oldest first.
        for (Iterator<Past> each = past.values().iterator(); each.hasNext(); ) {
            if (now - each.next().end < 0 && past.size() <= MOST) {
                break;
            }
            each.remove();
        }
        return over;
    }

    /**
     * The entry of this owner if it may be passed on: in the second half of its life it is not, as it would live on wherever it came last.
     */
    @Nullable
    Entry fresh(Owner owner, long now) {
        Living there = living.get(owner);
        return there == null || now - there.taken > (there.end - there.taken) / 2 ? null : there.entry;
    }

    Collection<Entry> entries() {
        return living.values().stream().map(Living::entry).toList();
    }

    Collection<Owner> owners() {
        return List.copyOf(living.keySet());
    }

    int size() {
        return living.size();
    }
}
