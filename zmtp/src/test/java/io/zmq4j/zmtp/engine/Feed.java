package io.zmq4j.zmtp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives the same bytes to fresh sides in every way a network may cut them: whole, one at a time, and cut in two at
 * each point. What comes of them must not depend on it.
 */
final class Feed {
    /** Longer literals are not cut at each point, only whole and one at a time. */
    private static final int LONGEST_CUT = 400;

    private Feed() {}

    static void accepted(Supplier<Side> fresh, byte[] bytes, Consumer<Side> outcome) {
        for (List<byte[]> pieces : cuts(bytes)) {
            Side side = fresh.get();
            pieces.forEach(side::receive);
            outcome.accept(side);
        }
    }

    static void refused(Supplier<Side> fresh, byte[] bytes, CloseReason reason) {
        refused(fresh, bytes, reason, "");
    }

    /** {@code detail} is a part of the sentence that the reason comes with. */
    static void refused(Supplier<Side> fresh, byte[] bytes, CloseReason reason, String detail) {
        for (List<byte[]> pieces : cuts(bytes)) {
            Side side = fresh.get();
            ProtocolException refusal = Objects.requireNonNull(firstRefusal(side, pieces), "nothing was refused");
            assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason);
            assertThat(refusal).hasMessageContaining(detail);
            assertThat(side.refusal(new byte[1])).as("closed for good").isSameAs(refusal);
        }
    }

    private static @Nullable ProtocolException firstRefusal(Side side, List<byte[]> pieces) {
        for (byte[] piece : pieces) {
            ProtocolException refusal = side.refusal(piece);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private static List<List<byte[]>> cuts(byte[] bytes) {
        var cuts = new ArrayList<List<byte[]>>();
        cuts.add(List.of(bytes));
        var single = new ArrayList<byte[]>();
        for (byte octet : bytes) {
            single.add(new byte[] {octet});
        }
        cuts.add(single);
        for (int cut = 1; cut < bytes.length && bytes.length <= LONGEST_CUT; cut++) {
            cuts.add(List.of(Arrays.copyOf(bytes, cut), Arrays.copyOfRange(bytes, cut, bytes.length)));
        }
        return cuts;
    }
}
