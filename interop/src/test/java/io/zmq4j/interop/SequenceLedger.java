package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import java.util.Arrays;
import java.util.BitSet;

/**
 * What became of numbered messages from several senders. Every message has three frames: the sender's number, the
 * message's number among that sender's, and the latter once more, to show a message that was torn. Safe for any thread.
 */
final class SequenceLedger {
    private final BitSet[] arrived;

    SequenceLedger(int senders) {
        arrived = new BitSet[senders];
        for (int i = 0; i < senders; i++) {
            arrived[i] = new BitSet();
        }
    }

    static Message message(int sender, int number) {
        return Message.of(String.valueOf(sender), String.valueOf(number), String.valueOf(number));
    }

    /** Takes note of a message, whose last three frames are the ledger's, and which must not have come before. */
    void take(Message message) {
        int number = number(message);
        int sender = sender(message);
        assertThat(message.text(message.frameCount() - 1))
                .as("a message's last frame")
                .isEqualTo(String.valueOf(number));
        synchronized (this) {
            assertThat(arrived[sender].get(number))
                    .as("message %d of sender %d came before", number, sender)
                    .isFalse();
            arrived[sender].set(number);
        }
    }

    private static int sender(Message message) {
        return Integer.parseInt(message.text(message.frameCount() - 3));
    }

    private static int number(Message message) {
        return Integer.parseInt(message.text(message.frameCount() - 2));
    }

    /** One receiver's view: each sender's messages must come to it in order. */
    Reader reader() {
        return new Reader();
    }

    /** Takes messages that must be in order. */
    final class Reader {
        private final int[] last = new int[arrived.length];

        private Reader() {
            Arrays.fill(last, -1);
        }

        void take(Message message) {
            SequenceLedger.this.take(message);
            int sender = sender(message);
            assertThat(number(message)).as("order of sender %d", sender).isGreaterThan(last[sender]);
            last[sender] = number(message);
        }
    }

    /** How many messages came so far, from all senders. */
    synchronized long count() {
        long count = 0;
        for (BitSet numbers : arrived) {
            count += numbers.cardinality();
        }
        return count;
    }

    /** Insists that every message came that this sender sent. */
    synchronized void expectAll(int sender, int sent) {
        assertThat(arrived[sender].nextClearBit(0))
                .as("messages without a gap from sender %d", sender)
                .isEqualTo(sent);
        assertThat(arrived[sender].cardinality()).isEqualTo(sent);
    }
}
