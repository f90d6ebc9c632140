package io.zmq4j.patterns.clone;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Frame;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a server does with updates, in virtual time. */
class AuthorityTest {
    private static final long SECOND = 1_000_000_000;

    private final List<KeyValue> published = new ArrayList<>();
    private final Authority authority = new Authority(new Bounds(3, 10_000), published::add);
    private long now = Long.MAX_VALUE - SECOND;

    private static KeyValue update(String key, String value) {
        return update(key, value, Duration.ZERO);
    }

    private static KeyValue update(String key, String value, Duration timeToLive) {
        return KeyValue.update(key, Message.of(value).first(), TimeToLive.properties(timeToLive));
    }

    private void collect(KeyValue update) {
        authority.collect(update.message(), now);
    }

    private static List<Message> messages(Snapshot snapshot) {
        return IntStream.range(0, snapshot.size()).mapToObj(snapshot::message).toList();
    }

    private List<String> map() {
        return messages(authority.snapshot(KeyValue.NONE)).stream()
                .map(message -> message.text(0) + "=" + message.text(4))
                .filter(entry -> !entry.startsWith("KTHXBAI"))
                .toList();
    }

    private List<String> told() {
        return published.stream()
                .map(it -> it.sequence() + ": " + it.key() + "=" + it.value().text())
                .toList();
    }

    @Test
    void eachUpdateGetsTheNextNumberAndAnEmptyValueDeletes() {
        authority.serve(now);
        collect(update("a", "1"));
        collect(update("b", "2"));
        collect(update("a", ""));

        assertThat(told()).containsExactly("1: a=1", "2: b=2", "3: a=");
        assertThat(map()).containsExactly("b=2");
        assertThat(authority.sequence()).isEqualTo(3);
    }

    @Test
    void aSnapshotIsOfASubtreeAndEndsWithTheNumberOfTheLastUpdate() {
        authority.serve(now);
        collect(update("/a/1", "x"));
        collect(update("/b/1", "y"));
        Frame subtree = Message.of("/b/").first();

        var snapshot = messages(authority.snapshot(subtree));

        assertThat(snapshot).hasSize(2);
        assertThat(snapshot.get(0).text(0)).isEqualTo("/b/1");
        assertThat(snapshot.get(1)).isEqualTo(Chp.end(2, subtree));
    }

    @Test
    void whatComesAgainIsSaidAgainAndNotAppliedAgain() {
        authority.serve(now);
        var first = update("a", "1");
        collect(first);
        collect(update("a", "2"));
        collect(first);

        assertThat(told()).containsExactly("1: a=1", "2: a=2", "3: a=2");
        assertThat(published.get(2).id()).isEqualTo(first.id());
        assertThat(authority.repeated()).isEqualTo(1);
    }

    @Test
    void whatHasATimeToLiveIsDeletedAfterItUnlessItWasSetAgain() {
        authority.serve(now);
        collect(update("a", "1", Duration.ofSeconds(2)));
        assertThat(authority.next(now)).isEqualTo(2 * SECOND);
        now += SECOND;
        collect(update("a", "2", Duration.ofSeconds(2)));
        now += SECOND;
        authority.onTime(now);
        assertThat(map()).containsExactly("a=2");
        now += SECOND;
        authority.onTime(now);

        assertThat(map()).isEmpty();
        assertThat(told()).endsWith("3: a=");
        assertThat(authority.ephemeral()).isZero();
    }

    @Test
    void aValueWithoutTimeToLiveStays() {
        authority.serve(now);
        collect(update("a", "1", Duration.ofSeconds(2)));
        collect(update("a", "2"));
        now += 10 * SECOND;
        authority.onTime(now);

        assertThat(map()).containsExactly("a=2");
    }

    @Test
    void whatIsBeyondTheBoundsIsRefusedAndGetsNoNumber() {
        authority.serve(now);
        for (var key : new String[] {"a", "b", "c", "d"}) {
            collect(update(key, "1"));
        }
        collect(update("a", "x".repeat(10_000)));

        assertThat(map()).containsExactly("a=1", "b=1", "c=1");
        assertThat(authority.sequence()).isEqualTo(3);
        assertThat(authority.refused()).isEqualTo(2);
    }

    @Test
    void whatIsNoUpdateIsCounted() {
        authority.serve(now);
        authority.collect(Message.of("a", "b"), now);
        collect(update("", "1"));
        collect(update("HUGZ", "1"));
        collect(update("KTHXBAI", "1"));
        collect(KeyValue.update(
                "a", Message.of("1").first(), Message.of("ttl=x\n").first()));

        assertThat(authority.malformed()).isEqualTo(5);
        assertThat(published).isEmpty();
    }

    @Test
    void aPassiveServerAppliesWhatTheActiveOnePublishesAndNothingElse() {
        var update = update("a", "1");
        collect(update);
        assertThat(authority.held()).isEqualTo(1);
        assertThat(map()).isEmpty();

        authority.mirror(update.withSequence(7), now);

        assertThat(map()).containsExactly("a=1");
        assertThat(authority.held()).isZero();
        assertThat(authority.sequence()).isEqualTo(7);
        assertThat(published).isEmpty();
    }

    @Test
    void whatTheActiveOnePublishesFirstIsNotHeldWhenItComesFromTheClient() {
        var update = update("a", "1");
        authority.mirror(update.withSequence(7), now);
        collect(update);
        authority.serve(now);

        assertThat(published).isEmpty();
    }

    @Test
    void whoTakesOverAppliesWhatItHoldsInOrderAndGoesOnCounting() {
        authority.mirror(update("a", "1").withSequence(7), now);
        collect(update("a", "2"));
        collect(update("b", "1"));

        authority.serve(now);

        assertThat(told()).containsExactly("8: a=2", "9: b=1");
        assertThat(map()).containsExactly("a=2", "b=1");
        authority.mirror(update("c", "1").withSequence(99), now);
        assertThat(map()).containsExactly("a=2", "b=1");
    }

    @Test
    void whatTheActiveOneHasRefusedIsLetGoOf() {
        collect(update("a", "1"));
        now += Authority.HELD_NANOS;
        collect(update("b", "1"));
        authority.forgetRefused(now + 1);

        assertThat(authority.held()).isEqualTo(1);
    }

    @Test
    void aPassiveServerHoldsNoMoreThanMayBeAndNothingWithoutAnId() {
        for (var key : new String[] {"a", "b", "c", "d"}) {
            collect(update(key, "1"));
        }
        collect(update("e", "1").withUuid(KeyValue.NONE));

        assertThat(authority.held()).isEqualTo(3);
        assertThat(authority.refused()).isEqualTo(2);
    }

    @Test
    void theSnapshotForAPartnerHasIdsAndTimesToLive() {
        authority.serve(now);
        var update = update("a", "1", Duration.ofSeconds(3));
        collect(update);
        now += SECOND;

        var partner = new Authority(new Bounds(3, 10_000), published::add);
        partner.collect(update.message(), now);
        var store = partner.emptyStore();
        var messages = messages(authority.mirrorOf(now));
        store.apply(KeyValue.of(messages.get(0), 0).orElseThrow());
        partner.mirror(store, KeyValue.of(messages.get(1), 0).orElseThrow().sequence(), now, now);
        assertThat(partner.held()).isZero();
        assertThat(partner.sequence()).isEqualTo(1);

        partner.serve(now);
        now += 2 * SECOND - 1;
        partner.onTime(now);
        assertThat(partner.entries()).isEqualTo(1);
        now += 1;
        partner.onTime(now);
        assertThat(partner.entries()).isZero();
    }

    @Test
    void aSnapshotLetsGoOfWhatCameLongBeforeIt() {
        collect(update("a", "old"));
        now += SECOND;
        collect(update("b", "new"));
        authority.mirror(authority.emptyStore(), 5, now, now);

        assertThat(authority.held()).isEqualTo(1);
    }

    @Test
    void inAConflictNothingIsApplied() {
        authority.serve(now);
        authority.stop();
        collect(update("a", "1"));

        assertThat(published).isEmpty();
        assertThat(authority.refused()).isEqualTo(1);
    }
}
