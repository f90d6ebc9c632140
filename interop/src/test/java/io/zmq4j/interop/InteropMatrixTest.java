package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pattern with every party over every transport, in both roles, with and without heartbeats; and docs/interop.md says the same. */
class InteropMatrixTest {
    private static final Path PAGE = Path.of("..", "docs", "interop.md");

    /** Long enough for heartbeats, if there were some. */
    private static final Duration SEVERAL_BEATS = Duration.ofMillis(3 * Partner.BEAT_MILLIS);

    private static final Message BEFORE = Message.of("before");
    private static final Message AFTER = Message.of("after");

    @RegisterExtension
    static final Libzmq LIBZMQ = new Libzmq();

    @RegisterExtension
    static final Libzmq LIBZMQ_WITH_DRAFTS = Libzmq.withDrafts();

    @RegisterExtension
    final Rig rig = new Rig();

    @RegisterExtension
    final JeromqPeers jeromq = new JeromqPeers();

    /** A row and a column that meet. */
    record Cell(MatrixRow row, MatrixColumn column) {
        @Override
        public String toString() {
            return row + " with " + column.title;
        }
    }

    static Stream<Cell> cells() {
        return Stream.of(MatrixColumn.values())
                .flatMap(column -> MatrixRow.all().stream()
                        .filter(row -> column.dash(row) == null)
                        .map(row -> new Cell(row, column)));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void whatIsSaidComesAsItWasSaid(Cell cell) {
        for (boolean weBind : cell.row().roles()) {
            play(cell, weBind, false);
            if (cell.column().beats(cell.row())) {
                play(cell, weBind, true);
            }
        }
    }

    private void play(Cell cell, boolean weBind, boolean beats) {
        MatrixRow row = cell.row();
        MatrixColumn column = cell.column();
        Party party = new MatrixParties(rig, LIBZMQ, LIBZMQ_WITH_DRAFTS, jeromq).of(column, row);
        var conversation = new Conversation(rig, party, column.pairing(row), row.freshEndpoint(), weBind, beats);
        conversation.openBinder();
        conversation.openConnector();
        conversation.meet();
        if (row.isZmtp()) {
            conversation.expectVersion(column.version);
        }
        if (beats) {
            carryAndBeat(conversation, column.beat);
        } else {
            row.shapes().forEach(conversation::carry);
        }
        conversation.expectNoBreak();
        conversation.close();
    }

    private static void carryAndBeat(Conversation conversation, @Nullable String beat) {
        conversation.carry(BEFORE);
        if (beat != null) {
            conversation.expectBeat(beat);
            conversation.carry(AFTER);
            return;
        }
        long end = System.nanoTime() + SEVERAL_BEATS.toNanos();
        while (System.nanoTime() < end) {
            conversation.carry(AFTER);
        }
        conversation.expectNoBeat();
    }

    /** To renew the page, copy what this test leaves in target. */
    @Test
    void thePageSaysTheSame() throws IOException {
        String page = MatrixPage.text();
        Files.writeString(Path.of("target", PAGE.getFileName().toString()), page);
        assertThat(PAGE).hasContent(page);
    }
}
