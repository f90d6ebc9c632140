package io.zmq4j.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.pattern.SubscriptionTable.Subscriber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SubscriptionTableTest {
    private final SubscriptionTable<String> table = new SubscriptionTable<>();
    private final Subscriber<String> a = table.newSubscriber("a");
    private final Subscriber<String> b = table.newSubscriber("b");

    @Test
    void aTopicMatchesWhatStartsWithIt() {
        subscribe(a, "NYC");
        assertThat(select("NYC")).containsExactly("a");
        assertThat(select("NYC.temperature")).containsExactly("a");
        assertThat(select("NY")).isEmpty();
        assertThat(select("nyc")).isEmpty();
        assertThat(select("")).isEmpty();
    }

    @Test
    void theEmptyTopicMatchesEverything() {
        subscribe(a, "");
        assertThat(select("")).containsExactly("a");
        assertThat(select("x")).containsExactly("a");
        assertThat(table.steps()).isZero();
    }

    @Test
    void eachSubscriberIsFoundOnceHoweverManyTopicsMatch() {
        subscribe(a, "");
        subscribe(a, "N");
        subscribe(a, "NY");
        subscribe(b, "NYC");
        assertThat(select("NYC")).containsExactlyInAnyOrder("a", "b");
        assertThat(table.isSelected(b)).isTrue();
        assertThat(select("NY")).containsExactly("a");
        assertThat(table.isSelected(b)).isFalse();
    }

    @Test
    void subscriptionsAreCounted() {
        subscribe(a, "x");
        subscribe(a, "x");
        assertThat(cancel(a, "x").count()).isEqualTo(1);
        assertThat(select("x")).containsExactly("a");
        var over = cancel(a, "x");
        assertThat(over.count()).isZero();
        assertThat(over.total()).isEqualTo(2);
        assertThat(over.wasLast()).isTrue();
        assertThat(select("x")).isEmpty();
        assertThat(cancel(a, "x")).isNull();
    }

    @Test
    void cancellingAnothersTopicDoesNothing() {
        subscribe(a, "x");
        assertThat(cancel(b, "x")).isNull();
        assertThat(select("x")).containsExactly("a");
    }

    @Test
    void firstAndLastAreOfTheTopicNotOfTheSubscriber() {
        assertThat(subscribe(a, "x").isFirst()).isTrue();
        assertThat(subscribe(a, "x").isFirst()).isFalse();
        assertThat(subscribe(b, "x").isFirst()).isFalse();
        cancel(a, "x");
        assertThat(cancel(a, "x").wasLast()).isFalse();
        assertThat(cancel(b, "x").wasLast()).isTrue();
        assertThat(subscribe(b, "x").isFirst()).isTrue();
    }

    @Test
    void aTopicOfSixteenMebibytesComesAndGoes() {
        var topic = new byte[16 << 20];
        Arrays.fill(topic, (byte) 'x');
        table.subscribe(a, topic, 0);
        assertThat(table.matches(topic)).isTrue();
        assertThat(table.matches("xxx".getBytes())).isFalse();
        assertThat(a.topicBytes()).isEqualTo(16 << 20);
        table.cancel(a, topic, 0);
        assertThat(a.topicBytes()).isZero();
        table.subscribe(a, topic, 0);
        table.cancelAll(a, subscription -> {});
        assertThat(table.topicCount()).isZero();
        assertThat(a.topicBytes()).isZero();
    }

    @Test
    void theTopicIsACopy() {
        byte[] topic = "abc".getBytes();
        table.subscribe(a, topic, 0);
        topic[0] = 'z';
        assertThat(select("abc")).containsExactly("a");
    }

    @Test
    void aSubscriberThatLeavesCostsAsMuchAsItHadTopics() {
        for (int i = 0; i < 1_000_000; i++) {
            subscribe(a, "other " + i);
        }
        for (int i = 0; i < 100_000; i++) {
            subscribe(b, "own " + i);
        }
        long before = table.steps();
        var over = new ArrayList<byte[]>();
        table.cancelAll(b, subscription -> over.add(subscription.topicAfter((byte) 0)));
        assertThat(over).hasSize(100_000);
        assertThat(table.steps() - before).isLessThan(400_000);
        assertThat(table.topicCount()).isEqualTo(1_000_000);
        assertThat(select("own 5")).isEmpty();
        assertThat(select("other 999999")).containsExactly("a");
    }

    @Test
    void aMessageCostsOneLookupPerDistinctLengthHoweverManyTopics() {
        for (int i = 100_000; i < 200_000; i++) {
            subscribe(a, "t" + i);
        }
        subscribe(a, "t1");
        long before = table.steps();
        for (int i = 0; i < 1000; i++) {
            table.select(("t" + (100_000 + i) + " and more").getBytes(), owner -> {});
        }
        assertThat(table.steps() - before).isLessThan(8_000);
    }

    @Test
    void aLengthThatNoTopicHasAnyMoreCostsNothing() {
        subscribe(a, "x");
        subscribe(a, "xyz");
        cancel(a, "x");
        long before = table.steps();
        for (int i = 0; i < 100; i++) {
            table.select(("%03d".formatted(i) + "def").getBytes(), owner -> {});
        }
        // One look each, and a second one where the hash, which nobody can foresee, leads to the other topic's bucket.
        assertThat(table.steps() - before).isBetween(100L, 170L);
    }

    @Test
    void whenAlmostAllHaveLeftTheRestIsStillFound() {
        for (int i = 0; i < 10_000; i++) {
            subscribe(a, "t" + i);
        }
        subscribe(b, "t77");
        table.cancelAll(a, subscription -> {});
        assertThat(select("t77")).containsExactly("b");
        assertThat(select("t78")).isEmpty();
    }

    /** Every random history gives what a list of (subscriber, topic, count) searched from end to end gives. */
    @Test
    void agreesWithTheObviousWayToDoIt() {
        var random = new Random(42);
        var subscribers = new ArrayList<Subscriber<String>>();
        var model = new ArrayList<Map<String, Integer>>();
        for (int i = 0; i < 5; i++) {
            subscribers.add(table.newSubscriber("s" + i));
            model.add(new HashMap<>());
        }
        for (int step = 0; step < 50_000; step++) {
            int who = random.nextInt(5);
            String topic = randomText(random);
            int what = random.nextInt(100);
            if (what < 48) {
                subscribe(subscribers.get(who), topic);
                model.get(who).merge(topic, 1, Integer::sum);
            } else if (what < 98) {
                var subscription = cancel(subscribers.get(who), topic);
                assertThat(subscription != null).isEqualTo(model.get(who).containsKey(topic));
                model.get(who).computeIfPresent(topic, (key, count) -> count == 1 ? null : count - 1);
            } else {
                table.cancelAll(subscribers.get(who), subscription -> {});
                model.get(who).clear();
            }
            String frame = randomText(random) + randomText(random);
            var expected = new TreeSet<String>();
            for (int i = 0; i < 5; i++) {
                if (model.get(i).keySet().stream().anyMatch(frame::startsWith)) {
                    expected.add("s" + i);
                }
            }
            assertThat(select(frame)).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(table.matches(frame.getBytes())).isEqualTo(!expected.isEmpty());
        }
    }

    private static String randomText(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append((char) ('a' + random.nextInt(3)));
        }
        return text.toString();
    }

    private SubscriptionTable.Subscription<String> subscribe(Subscriber<String> subscriber, String topic) {
        return table.subscribe(subscriber, topic.getBytes(), 0);
    }

    private SubscriptionTable.Subscription<String> cancel(Subscriber<String> subscriber, String topic) {
        return table.cancel(subscriber, topic.getBytes(), 0);
    }

    private List<String> select(String frame) {
        var selected = new ArrayList<String>();
        table.select(frame.getBytes(), selected::add);
        return selected;
    }
}
