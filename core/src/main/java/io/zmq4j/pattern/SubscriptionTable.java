package io.zmq4j.pattern;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who subscribes to what: counted topics of any number of subscribers, and the subscribers whose topics a message
 * starts with. {@code P} is what a subscriber is to the user of the table.
 *
 * <p><b>Why not a trie.</b> A trie has a node per byte, so a topic of 16 MiB makes 16 million objects, and walking or
 * dropping them recursively ends in a stack overflow that the peer chose. Here a topic is one entry of a hash table
 * whatever its length, and prefixes are found by trying lengths: topics in use have few distinct lengths, and those are
 * kept in a sorted array beside the table.
 *
 * <pre>
 *   lengths  [ 3 | 5 | 9 ]                        first frame   N Y C . t e m p e r a t u r e
 *   buckets  [   | • |   | • | ... ]                hash of     ─────┘   │       │
 *                  │       └▶ "NYC.t" ─▶ ...        hash of     ─────────┘       │     one lookup each
 *                  └▶ "NYC" ─▶ subscription ⇄ ...   hash of     ─────────────────┘
 * </pre>
 *
 * The hash is computed byte by byte along the frame, and at every length in use its value so far is looked up. So a
 * message costs one step per byte up to the longest topic, one lookup per distinct length, and what matches; the number
 * of topics does not matter. A table with the empty topic alone, the most usual one, looks at no byte at all.
 *
 * <p><b>Two ways in.</b> A subscription is one subscriber's count for one topic. It hangs in its topic's list, for
 * matching, and in its subscriber's map, so that counting up and down is one lookup and a subscriber that leaves costs
 * as much as it had topics, however many others there are. libzmq walks the whole trie for that.
 *
 * <p><b>Memory.</b> With compressed references a subscription is 40 bytes, its map entry 40 and at most 11 of the map's
 * array, its topic 40, the topic's array header 16, its share of the buckets 8: under 160 bytes beyond the topic
 * itself, and 91 for each further subscriber of the same topic.
 *
 * <p><b>Chosen collisions.</b> Topics come from peers. The hash is keyed with a secret random odd multiplier and start,
 * and a shift after each multiplication breaks the algebra by which strings can be built that collide whatever the
 * multiplier is. Every lookup compares the whole topic, so a collision would cost time only.
 */
final class SubscriptionTable<P> {
    private static final int MIN_BUCKETS = 16;

    private final long seed = ThreadLocalRandom.current().nextLong();
    private final long multiplier = ThreadLocalRandom.current().nextLong() | 1;

    private final Topic<P> emptyTopic = new Topic<>(new byte[0], seed);
    private @Nullable Topic<P>[] buckets = newBuckets(MIN_BUCKETS);
    private int topicCount;

    /** The distinct lengths of the topics in the buckets, ascending, and how many topics have each. */
    private int[] lengths = new int[4];

    private int[] topicsOfLength = new int[4];
    private int lengthCount;

    private long selection;
    private long steps;

    /** A peer that may subscribe from now on. The table knows of it only what it subscribes to. */
    Subscriber<P> newSubscriber(P owner) {
        return new Subscriber<>(owner);
    }

    /** Counts one more subscription to the topic, whose bytes are copied if they are new. */
    Subscription<P> subscribe(Subscriber<P> subscriber, byte[] bytes, int from) {
        Topic<P> topic = topic(Arrays.copyOfRange(bytes, from, bytes.length));
        Subscription<P> subscription = subscriber.subscriptions.get(topic);
        if (subscription == null) {
            subscription = new Subscription<>(topic, subscriber);
            subscriber.subscriptions.put(topic, subscription);
            subscriber.topicBytes += topic.bytes.length;
            topic.link(subscription);
        }
        subscription.countUp();
        return subscription;
    }

    /**
     * Counts one subscription less. Null if the subscriber has none to this topic; otherwise the subscription, which is
     * over if its count is 0.
     */
    @Nullable
    Subscription<P> cancel(Subscriber<P> subscriber, byte[] bytes, int from) {
        Topic<P> topic = find(Arrays.copyOfRange(bytes, from, bytes.length));
        Subscription<P> subscription = topic == null ? null : subscriber.subscriptions.get(topic);
        if (subscription != null && --subscription.count == 0) {
            subscriber.subscriptions.remove(subscription.topic);
            subscriber.topicBytes -= subscription.topic.bytes.length;
            unlink(subscription);
        }
        return subscription;
    }

    /** Ends all subscriptions of one subscriber, and tells of each that it is over. */
    void cancelAll(Subscriber<P> subscriber, Consumer<Subscription<P>> over) {
        for (var subscription : subscriber.subscriptions.values()) {
            unlink(subscription);
            over.accept(subscription);
        }
        subscriber.subscriptions.clear();
        subscriber.topicBytes = 0;
    }

    /** Finds the owner of every subscriber with a topic that the frame starts with, each once. */
    void select(byte[] frame, Consumer<? super P> selected) {
        selection++;
        select(emptyTopic, selected);
        long hash = seed;
        int hashed = 0;
        for (int i = 0; i < lengthCount && lengths[i] <= frame.length; i++) {
            hash = hash(hash, frame, hashed, lengths[i]);
            hashed = lengths[i];
            Topic<P> topic = find(hash, frame, hashed);
            if (topic != null) {
                select(topic, selected);
            }
        }
    }

    private void select(Topic<P> topic, Consumer<? super P> selected) {
        for (var subscription = topic.first; subscription != null; subscription = subscription.next) {
            var subscriber = subscription.subscriber;
            if (subscriber.selection != selection) {
                subscriber.selection = selection;
                selected.accept(subscriber.owner);
            }
        }
    }

    /** Whether the last {@link #select} found this subscriber. */
    boolean isSelected(Subscriber<P> subscriber) {
        return subscriber.selection == selection;
    }

    /** Whether anybody has a topic that the frame starts with. */
    boolean matches(byte[] frame) {
        if (emptyTopic.first != null) {
            return true;
        }
        long hash = seed;
        int hashed = 0;
        for (int i = 0; i < lengthCount && lengths[i] <= frame.length; i++) {
            hash = hash(hash, frame, hashed, lengths[i]);
            hashed = lengths[i];
            if (find(hash, frame, hashed) != null) {
                return true;
            }
        }
        return false;
    }

    /** How many distinct topics have a subscriber. */
    int topicCount() {
        return topicCount + (emptyTopic.first == null ? 0 : 1);
    }

    /** How many lookups were made and topics looked at in all operations so far: the measure of work done. */
    long steps() {
        return steps;
    }

    private long hash(long hash, byte[] frame, int from, int to) {
        for (int i = from; i < to; i++) {
            hash = (hash ^ frame[i]) * multiplier;
            hash ^= hash >>> 32;
        }
        return hash;
    }

    private @Nullable Topic<P> find(long hash, byte[] bytes, int length) {
        steps++;
        for (var topic = buckets[bucket(hash)]; topic != null; topic = topic.next) {
            steps++;
            if (topic.hash == hash && Arrays.equals(topic.bytes, 0, topic.bytes.length, bytes, 0, length)) {
                return topic;
            }
        }
        return null;
    }

    private @Nullable Topic<P> find(byte[] bytes) {
        return bytes.length == 0 ? emptyTopic : find(hash(seed, bytes, 0, bytes.length), bytes, bytes.length);
    }

    /** The topic of these bytes, new if need be: then it keeps the array. */
    private Topic<P> topic(byte[] bytes) {
        Topic<P> topic = find(bytes);
        if (topic == null) {
            topic = new Topic<>(bytes, hash(seed, bytes, 0, bytes.length));
            if (++topicCount > buckets.length) {
                resize(2 * buckets.length);
            }
            enter(topic);
            lengthAdded(bytes.length);
        }
        return topic;
    }

    private void unlink(Subscription<P> subscription) {
        Topic<P> topic = subscription.topic;
        topic.unlink(subscription);
        steps++;
        if (topic.first == null && topic != emptyTopic) {
            remove(topic);
            lengthRemoved(topic.bytes.length);
            if (--topicCount < buckets.length / 8 && buckets.length > MIN_BUCKETS) {
                resize(buckets.length / 2);
            }
        }
    }

    private int bucket(long hash) {
        return (int) hash & (buckets.length - 1);
    }

    private void enter(Topic<P> topic) {
        int bucket = bucket(topic.hash);
        topic.next = buckets[bucket];
        buckets[bucket] = topic;
    }

    private void remove(Topic<P> gone) {
        int bucket = bucket(gone.hash);
        Topic<P> before = null;
        for (var topic = buckets[bucket]; topic != null; before = topic, topic = topic.next) {
            steps++;
            if (topic == gone) {
                if (before == null) {
                    buckets[bucket] = gone.next;
                } else {
                    before.next = gone.next;
                }
                return;
            }
        }
    }

    private void resize(int size) {
        var old = buckets;
        buckets = newBuckets(size);
        for (var head : old) {
            for (var topic = head; topic != null; ) {
                var next = topic.next;
                enter(topic);
                topic = next;
            }
        }
    }

    private void lengthAdded(int length) {
        int at = Arrays.binarySearch(lengths, 0, lengthCount, length);
        if (at < 0) {
            at = -at - 1;
            if (lengthCount == lengths.length) {
                lengths = Arrays.copyOf(lengths, 2 * lengthCount);
                topicsOfLength = Arrays.copyOf(topicsOfLength, 2 * lengthCount);
            }
            System.arraycopy(lengths, at, lengths, at + 1, lengthCount - at);
            System.arraycopy(topicsOfLength, at, topicsOfLength, at + 1, lengthCount - at);
            lengths[at] = length;
            topicsOfLength[at] = 0;
            lengthCount++;
        }
        topicsOfLength[at]++;
    }

    private void lengthRemoved(int length) {
        int at = Arrays.binarySearch(lengths, 0, lengthCount, length);
        if (--topicsOfLength[at] == 0) {
            lengthCount--;
            System.arraycopy(lengths, at + 1, lengths, at, lengthCount - at);
            System.arraycopy(topicsOfLength, at + 1, topicsOfLength, at, lengthCount - at);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type cannot be made otherwise
    private static <P> @Nullable Topic<P>[] newBuckets(int size) {
        return new Topic[size];
    }

    /** A peer that subscribes, with its own topics in the order they came. */
    static final class Subscriber<P> {
        private final P owner;
        private final Map<Topic<P>, Subscription<P>> subscriptions = new LinkedHashMap<>();
        private long topicBytes;
        private long selection;

        private Subscriber(P owner) {
            this.owner = owner;
        }

        Collection<Subscription<P>> subscriptions() {
            return Collections.unmodifiableCollection(subscriptions.values());
        }

        /** How many bytes its distinct topics have together. */
        long topicBytes() {
            return topicBytes;
        }
    }

    /** One subscriber's count for one topic. */
    static final class Subscription<P> {
        private final Topic<P> topic;
        private final Subscriber<P> subscriber;
        private int count;
        private int total;
        private @Nullable Subscription<P> previous;
        private @Nullable Subscription<P> next;

        private Subscription(Topic<P> topic, Subscriber<P> subscriber) {
            this.topic = topic;
            this.subscriber = subscriber;
        }

        // Stops at the largest int: a peer may go on subscribing to the same topic for days.
        private void countUp() {
            if (count < Integer.MAX_VALUE) {
                count++;
            }
            if (total < Integer.MAX_VALUE) {
                total++;
            }
        }

        /** How many more times it was subscribed than cancelled. */
        int count() {
            return count;
        }

        /** How many times it was subscribed since it began. */
        int total() {
            return total;
        }

        /** Whether the topic has, with this one, exactly one subscription: it is the first. */
        boolean isFirst() {
            return count == 1 && topic.first == this && next == null;
        }

        /** Whether the topic has no subscription any more: this was the last. */
        boolean wasLast() {
            return topic.first == null;
        }

        /** A count of the topic, whoever subscribed, that the table's user keeps: of what it has told somebody. */
        long told() {
            return topic.told;
        }

        void told(long beginnings) {
            topic.told = beginnings;
        }

        /** A frame of one byte and then the topic. */
        byte[] topicAfter(byte first) {
            var frame = new byte[topic.bytes.length + 1];
            frame[0] = first;
            System.arraycopy(topic.bytes, 0, frame, 1, topic.bytes.length);
            return frame;
        }
    }

    /** A topic with at least one subscription, in its bucket's chain. */
    private static final class Topic<P> {
        final byte[] bytes;
        final long hash;

        @Nullable
        Topic<P> next;

        @Nullable
        Subscription<P> first;

        long told;

        Topic(byte[] bytes, long hash) {
            this.bytes = bytes;
            this.hash = hash;
        }

        void link(Subscription<P> subscription) {
            subscription.next = first;
            if (first != null) {
                first.previous = subscription;
            }
            first = subscription;
        }

        void unlink(Subscription<P> subscription) {
            if (subscription.previous == null) {
                first = subscription.next;
            } else {
                subscription.previous.next = subscription.next;
            }
            if (subscription.next != null) {
                subscription.next.previous = subscription.previous;
            }
        }

        /** A topic is one object as long as it lives, so identity is equality; this only spares the VM's own hash. */
        @Override
        public int hashCode() {
            return (int) hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }
    }
}
