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

    /** One receiver's view: each sender's messages must come to it in order. */
    Reader reader() {
        return new Reader(true);
    }

    /** One receiver's view of senders that come back on new connections before the old ones are read to their end. */
    Reader readerOfSeveralConnections() {
        return new Reader(false);
    }

    final class Reader {
        private final int[] last = new int[arrived.length];

        private final boolean ordered;

        private Reader(boolean ordered) {
            this.ordered = ordered;
            Arrays.fill(last, -1);
        }

        /** Takes note of a message whose ledger frames are its last three. */
        void take(Message message) {
            int end = message.frameCount();
            assertThat(end).isGreaterThanOrEqualTo(3);
            int sender = Integer.parseInt(message.text(end - 3));
            int number = Integer.parseInt(message.text(end - 2));
            assertThat(message.text(end - 1)).as("a message's last frame").isEqualTo(message.text(end - 2));
            if (ordered) {
                assertThat(number).as("order of sender %d", sender).isGreaterThan(last[sender]);
            }
            last[sender] = number;
            synchronized (SequenceLedger.this) {
                assertThat(arrived[sender].get(number))
                        .as("message %d of sender %d came before", number, sender)
                        .isFalse();
                arrived[sender].set(number);
            }
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
