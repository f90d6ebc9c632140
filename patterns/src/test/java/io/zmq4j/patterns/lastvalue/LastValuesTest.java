package io.zmq4j.patterns.lastvalue;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastValuesTest {
    private final LastValues values = new LastValues(3, 10_000);

    private List<String> matching(String prefix) {
        var found = new ArrayList<String>();
        values.matching(Message.of(prefix).bytes(), message -> found.add(message.text() + "=" + message.text(1)));
        return found;
    }

    @Test
    void theNewestOfEachTopicIsKept() {
        values.keep(Message.of("a", "1"));
        values.keep(Message.of("b", "1"));
        values.keep(Message.of("a", "2"));

        assertThat(matching("")).containsExactly("a=2", "b=1");
        assertThat(values.topics()).isEqualTo(2);
    }

    @Test
    void onlyTopicsThatStartWithThePrefixMatch() {
        values.keep(Message.of("aa", "1"));
        values.keep(Message.of("ab", "1"));
        values.keep(Message.of("b", "1"));

        assertThat(matching("a")).containsExactly("aa=1", "ab=1");
        assertThat(matching("ab")).containsExactly("ab=1");
        assertThat(matching("abc")).isEmpty();
    }

    @Test
    void bytesAbove127AreNoReasonToStopEarly() {
        values.keep(Message.of(new byte[] {(byte) 0x7F, 1}, new byte[0]));
        values.keep(Message.of(new byte[] {(byte) 0x80, 1}, new byte[0]));
        values.keep(Message.of(new byte[] {(byte) 0xFF}, new byte[0]));

        var found = new ArrayList<Message>();
        values.matching(new byte[] {(byte) 0x80}, found::add);

        assertThat(found).containsExactly(Message.of(new byte[] {(byte) 0x80, 1}, new byte[0]));
    }

    @Test
    void theTopicThatWasSilentForLongestIsForgottenFirst() {
        values.keep(Message.of("a", "1"));
        values.keep(Message.of("b", "1"));
        values.keep(Message.of("c", "1"));
        values.keep(Message.of("a", "2"));
        values.keep(Message.of("d", "1"));

        assertThat(matching("")).containsExactly("a=2", "c=1", "d=1");
        assertThat(values.evicted()).isEqualTo(1);
    }

    @Test
    void bytesAreBoundedToo() {
        values.keep(Message.of("a", "x".repeat(6_000)));
        values.keep(Message.of("b", "x".repeat(6_000)));

        assertThat(values.topics()).isEqualTo(1);
        assertThat(values.bytes()).isLessThan(10_000);
        assertThat(values.evicted()).isEqualTo(1);
    }

    @Test
    void aMessageLargerThanAllMayBeIsNotKeptAndNeitherIsTheOneBefore() {
        values.keep(Message.of("a", "1"));
        values.keep(Message.of("b", "1"));
        values.keep(Message.of("a", "x".repeat(10_000)));

        assertThat(matching("")).containsExactly("b=1");
        assertThat(values.tooLarge()).isEqualTo(1);
        assertThat(values.evicted()).isZero();
    }
}
