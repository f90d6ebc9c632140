package io.zmq4j.simulation;

import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.socket.SocketCore;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * PUB and SUB, several of each. A subscriber gets what it has subscribed to at that moment and nothing else, nothing twice, and
 * what left over one connection in that order and without a gap. Once the breaks are over everything that is published, one by
 * one, reaches everybody who has subscribed to it.
 */
public final class PubSub extends Simulation {
    private static final String TOPICS = "abcd";
    private static final int MOST_MESSAGES = 150;
    private static final int LONGEST_BURST = 80;
    private static final int LAST_MESSAGES = 4;
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    /** Enough for any of the messages on any of the networks. */
    private static final long ARRIVES_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** A subscriber, and what came there. */
    private static final class Reader {
        final SocketCore socket;
        final Set<Character> topics = new TreeSet<>();
        final Map<Long, Integer> received = new HashMap<>();
        boolean changesMind;
        /** Whether it wanted the same all the time. */
        boolean isConstant = true;

        Reader(SocketCore socket) {
            this.socket = socket;
        }
    }

    private final List<SocketCore> publishers = new ArrayList<>();
    private final List<Reader> readers = new ArrayList<>();
    /** What each publisher has published before the last messages. */
    private final List<Message> published = new ArrayList<>();

    private boolean publishersBind;
    private boolean isOver;

    @Override
    void prepare() {
        publishersBind = random().nextBoolean();
        int pubs = some(2);
        for (int i = 0; i < pubs; i++) {
            SocketCore pub = open(SocketType.PUB);
            pub.set(SocketOptions.XPUB_NODROP, once(4));
            publishers.add(pub);
        }
        int subs = some(3);
        for (int i = 0; i < subs; i++) {
            var reader = new Reader(open(SocketType.SUB));
            reader.changesMind = once(2);
            subscribe(reader);
            subscribe(reader);
            readers.add(reader);
        }
        for (int pub = 0; pub < pubs; pub++) {
            for (int sub = 0; sub < subs; sub++) {
                SocketCore one = publishers.get(pub);
                SocketCore other = readers.get(sub).socket;
                (publishersBind ? one : other).bind(Network.endpoint(port(pub, sub)));
                (publishersBind ? other : one).connect(Network.endpoint(port(pub, sub)));
            }
        }
    }

    /** Each pair has its own. */
    private static int port(int pub, int sub) {
        return 1 + pub + 10 * sub;
    }

    private void subscribe(Reader reader) {
        char topic = anyTopic();
        if (reader.topics.add(topic)) {
            reader.socket.subscribe(new byte[] {(byte) topic});
        }
    }

    private char anyTopic() {
        return TOPICS.charAt(random().nextInt(TOPICS.length()));
    }

    @Override
    void talk() {
        var reading = new ArrayList<Thread>();
        for (int i = 0; i < readers.size(); i++) {
            Reader reader = readers.get(i);
            reading.add(start("sub " + i, () -> read(reader)));
        }
        boolean isComplete = isPeaceful();
        if (isComplete) {
            awaitCalm();
        }
        var publishing = new ArrayList<Thread>();
        for (int i = 0; i < publishers.size(); i++) {
            int sender = i;
            publishing.add(start("pub " + i, () -> publish(sender, publishers.get(sender))));
        }
        trial().join(publishing.toArray(new Thread[0]));
        if (isSudden()) {
            trial().join(reading.toArray(new Thread[0]));
            return;
        }
        readers.forEach(reader -> reader.changesMind = false);
        awaitCalm();
        for (int i = 0; i < LAST_MESSAGES; i++) {
            publishLast(i);
        }
        if (isComplete && readers.stream().allMatch(reader -> reader.isConstant)) {
            judgeComplete();
        }
        isOver = true;
        trial().join(reading.toArray(new Thread[0]));
    }

    private void publish(int sender, SocketCore pub) {
        int count = someMessages(MOST_MESSAGES);
        for (int number = 0, burst = 0; number < count; number++) {
            if (burst-- == 0) {
                burst = some(LONGEST_BURST);
                sleep(LONGEST_PAUSE_NANOS);
            }
            Message message = Parcel.pack(anyTopic(), sender, number, sizes());
            if (pub.send(message, Duration.ofMillis(20))) {
                published.add(message);
            }
        }
    }

    private void publishLast(int number) {
        for (int sender = 0; sender < publishers.size(); sender++) {
            Message message = Parcel.pack(anyTopic(), sender, MOST_MESSAGES + number, sizes());
            publishers.get(sender).send(message);
            trial().sleep(ARRIVES_NANOS);
            for (Reader reader : readers) {
                boolean wants = reader.topics.contains((char) message.array(0)[0]);
                check(
                        reader.received.containsKey(Parcel.id(message)) == wants,
                        () -> Parcel.text(Parcel.id(message)) + " is published after the breaks, and subscriber "
                                + readers.indexOf(reader) + (wants ? " does not get it" : " gets it"));
            }
        }
    }

    /** Everybody was there from the first message on, and wanted the same all the time. */
    private void judgeComplete() {
        long missing = 0;
        for (Message message : published) {
            for (Reader reader : readers) {
                boolean wants = reader.topics.contains((char) message.array(0)[0]);
                missing += wants && !reader.received.containsKey(Parcel.id(message)) ? 1 : 0;
            }
        }
        long dropped = 0;
        for (SocketCore pub : publishers) {
            dropped += pub.dropped().getOrDefault(DropReason.QUEUE_FULL, 0L);
        }
        long lacking = missing;
        long counted = dropped;
        check(lacking == counted, () -> lacking + " did not come, " + counted + " are counted as dropped");
    }

    private void read(Reader reader) {
        boolean isSlow = once(4);
        while (!isOver) {
            Message message = receive(reader.socket, Duration.ofMillis(50));
            if (message == null) {
                continue;
            }
            check(Parcel.isIntact(message, sizes()), () -> "not as it was sent: " + message);
            long id = Parcel.id(message);
            char topic = (char) message.array(0)[0];
            check(
                    reader.topics.contains(topic),
                    () -> Parcel.text(id) + " has the topic " + topic + ", which is none of " + reader.topics);
            check(reader.received.put(id, reader.received.size()) == null, () -> Parcel.text(id) + " has come twice");
            if (reader.changesMind && once(30)) {
                changeMind(reader);
            }
            if (isSlow && once(4)) {
                sleep(TimeUnit.MILLISECONDS.toNanos(1));
            }
        }
    }

    private void changeMind(Reader reader) {
        reader.isConstant = false;
        char topic = anyTopic();
        if (reader.topics.size() > 1 && reader.topics.remove(topic)) {
            reader.socket.unsubscribe(new byte[] {(byte) topic});
        } else {
            subscribe(reader);
        }
    }

    @Override
    void judge() {
        for (Cable cable : network().cables()) {
            Reader reader = readers.get(cable.port() / 10);
            SimulatedWire publishing = publishersBind ? cable.accepted() : cable.dialled();
            judge(cable, publishing.out(), reader);
        }
    }

    private void judge(Cable cable, Flow flow, Reader reader) {
        int last = -1;
        Tap.@Nullable Passed missing = null;
        for (Tap.Passed passed : flow.tap().passed()) {
            Integer place = reader.received.get(passed.id());
            if (place == null) {
                missing = missing == null ? passed : missing;
                continue;
            }
            String text = Parcel.text(passed.id());
            check(
                    missing == null || !reader.isConstant,
                    () -> text + " came over " + cable + " and one before did not");
            check(place > last, () -> text + " overtook another on " + cable);
            last = place;
        }
        check(
                missing == null || !reader.isConstant || cable.isCut() || hasHeartbeats() || isSudden(),
                () -> cable + " was not cut, and something that left on it did not come");
    }
}
