package io.zmq4j.patterns.titanic.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.message.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of the log, and what is done with what cannot be read. */
class RecordLogTest {
    private static final long SEGMENT = 4096;
    private static final UUID ID = new UUID(0x0102030405060708L, 0x090A0B0C0D0E0F10L);

    @TempDir
    private Path directory;

    private final List<String> seen = new ArrayList<>();

    private RecordLog open() throws IOException {
        return open(Disk.REAL);
    }

    private RecordLog open(Disk disk) throws IOException {
        seen.clear();
        var found = new ArrayList<Location>();
        RecordLog log = RecordLog.open(directory, SEGMENT, disk, (type, id, location) -> found.add(location));
        for (Location each : found) {
            seen.add(new String(log.read(each), StandardCharsets.UTF_8));
        }
        return log;
    }

    private static Location add(RecordLog log, String text) throws IOException {
        return log.append(RecordType.REQUEST, UUID.randomUUID(), text.getBytes(StandardCharsets.UTF_8));
    }

    private Path segment(int number) {
        return directory.resolve("%016d.log".formatted(number));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void overwrite(Path file, long at, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), at);
        }
    }

    // ---- bytes

    @Test
    void aRecordIsTheseBytes() {
        ByteBuffer record = RecordFormat.encode(RecordType.REPLY, ID, new byte[] {0x11, 0x22}, 0);

        assertThat(HexFormat.of().formatHex(record.array()))
                .isEqualTo("5a345452" + "00000002" + "1628962d" + "02" + "0102030405060708090a0b0c0d0e0f10" + "1122");
        assertThat(RecordFormat.lengthAt(record, 0, 0)).isEqualTo(31);
        assertThat(RecordFormat.lengthAt(record, 0, 1)).as("with another salt").isEqualTo(-1);
    }

    @Test
    void noRecordHasOneBitWrong() {
        ByteBuffer record = RecordFormat.encode(RecordType.REQUEST, ID, new byte[] {1, 2, 3}, 42);
        for (int bit = 0; bit < record.limit() * 8; bit++) {
            ByteBuffer flipped = ByteBuffer.wrap(record.array().clone());
            flipped.put(bit / 8, (byte) (flipped.get(bit / 8) ^ 1 << bit % 8));
            assertThat(RecordFormat.lengthAt(flipped, 0, 42)).as("bit " + bit).isEqualTo(-1);
        }
        for (int length = 0; length < record.limit(); length++) {
            assertThat(RecordFormat.lengthAt(record.slice(0, length), 0, 42)).isEqualTo(-1);
        }
    }

    @Test
    void aHeaderIsTheseBytes() {
        ByteBuffer header = new SegmentHeader(1, 2).encode();

        assertThat(HexFormat.of().formatHex(header.array()))
                .startsWith("5a34544954414e31" + "0000000000000001" + "0000000000000002")
                .hasSize(2 * SegmentHeader.SIZE);
        assertThat(SegmentHeader.parse(header)).isEqualTo(new SegmentHeader(1, 2));
        assertThat(SegmentHeader.parse(header.put(9, (byte) 1))).isNull();
    }

    @Test
    void framesAreAPayloadAndBack() throws IOException {
        Message message = Message.of("one", "", "two");
        assertThat(HexFormat.of().formatHex(FrameList.encode(message)))
                .isEqualTo("000000036f6e65" + "00000000" + "0000000374776f");
        assertThat(FrameList.decode(FrameList.encode(message))).isEqualTo(message);
        for (String wrong : List.of("", "00", "00000001", "7fffffff00", "ffffffff", "0000000000")) {
            assertThatThrownBy(() -> FrameList.decode(HexFormat.of().parseHex(wrong)))
                    .as(wrong)
                    .isInstanceOf(IOException.class);
        }
    }

    // ---- writing, and opening again

    @Test
    void whatWasAppendedIsThereAgain() throws IOException {
        try (RecordLog log = open()) {
            add(log, "one");
            add(log, "two");
        }
        try (RecordLog log = open()) {
            assertThat(seen).containsExactly("one", "two");
            add(log, "three");
            assertThat(log.damages()).isEmpty();
        }
        open().close();
        assertThat(seen).containsExactly("one", "two", "three");
        assertThat(names()).containsExactly("0000000000000001.log", "lock");
    }

    @Test
    void aDirectoryHasOneLogAtATime() throws IOException {
        try (RecordLog log = open()) {
            assertThat(log.segments()).isEqualTo(1);
            assertThatThrownBy(this::open)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use")
                    .hasMessageContaining(directory.toString());
        }
        open().close();
    }

    @Test
    void segmentsFollowEachOther() throws IOException {
        try (RecordLog log = open()) {
            for (int i = 0; i < 10; i++) {
                add(log, "x".repeat(1000));
            }
            assertThat(log.segments()).isEqualTo(3);
            assertThat(log.bytes()).isEqualTo(10 * 1029 + 3 * SegmentHeader.SIZE);
        }
        try (RecordLog log = open()) {
            assertThat(seen).hasSize(10);
            assertThat(log.bytes()).isEqualTo(10 * 1029 + 3 * SegmentHeader.SIZE);
        }
    }

    // ---- a crash

    @Test
    void aTornTailIsPutAsideAndTold() throws IOException {
        long end;
        try (RecordLog log = open()) {
            add(log, "one");
            end = Files.size(segment(1));
            add(log, "two");
        }
        for (long left : new long[] {1, 4, 12, 28, 29, 31}) {
            byte[] whole = Files.readAllBytes(segment(1));
            try (FileChannel file = FileChannel.open(segment(1), StandardOpenOption.WRITE)) {
                file.truncate(end + left);
            }
            try (RecordLog log = open()) {
                assertThat(seen).containsExactly("one");
                assertThat(log.damages()).singleElement().satisfies(damage -> {
                    assertThat(damage.kind()).isEqualTo(Damage.Kind.TORN_TAIL);
                    assertThat(damage.offset()).isEqualTo(60);
                    assertThat(damage.file()).exists();
                });
                assertThat(log.bytes()).isEqualTo(end);
                add(log, "three");
            }
            open().close();
            assertThat(seen).containsExactly("one", "three");
            Files.write(segment(1), whole);
        }
        assertThat(names()).contains("0000000000000001.log.60.torn");
    }

    @Test
    void aSegmentWithoutItsWholeHeaderHasNoRecords() throws IOException {
        try (RecordLog log = open()) {
            add(log, "one");
        }
        Files.write(segment(2), new byte[10]);
        try (RecordLog log = open()) {
            assertThat(seen).containsExactly("one");
            assertThat(log.damages()).singleElement().extracting(Damage::kind).isEqualTo(Damage.Kind.TORN_TAIL);
            add(log, "two");
        }
        open().close();
        assertThat(seen).containsExactly("one", "two");
    }

    // ---- corruption

    @Test
    void aCorruptMiddleIsToldAndTheRestIsUsed() throws IOException {
        try (RecordLog log = open()) {
            add(log, "one");
            add(log, "two");
            add(log, "three");
        }
        overwrite(segment(1), 60 + 29, "TWO");
        for (int i = 0; i < 2; i++) {
            try (RecordLog log = open()) {
                assertThat(seen).containsExactly("one", "three");
                assertThat(log.damages()).containsExactly(new Damage(segment(1), 60, 32, Damage.Kind.CORRUPT));
                assertThat(log.damages().get(0).toString())
                        .contains(segment(1) + " is corrupt")
                        .contains("32 bytes from 60 on");
            }
        }
    }

    @Test
    void aCorruptLengthIsNoWayToLoseTheRest() throws IOException {
        try (RecordLog log = open()) {
            add(log, "one");
            add(log, "two");
            add(log, "three");
        }
        overwrite(segment(1), 60, "Z4TR\u007f\u007f\u007f\u007f");
        try (RecordLog log = open()) {
            assertThat(seen).containsExactly("one", "three");
            assertThat(log.damages()).hasSize(1);
        }
    }

    @Test
    void aPayloadIsNoRecordWhenTheRecordAroundItIsCorrupt() throws IOException {
        byte[] fake = RecordFormat.encode(RecordType.REQUEST, ID, "fake".getBytes(StandardCharsets.UTF_8), 0)
                .array();
        try (RecordLog log = open()) {
            log.append(RecordType.REQUEST, ID, fake);
            add(log, "two");
        }
        overwrite(segment(1), SegmentHeader.SIZE, "X");
        try (RecordLog log = open()) {
            assertThat(seen).containsExactly("two");
            assertThat(log.damages()).hasSize(1);
        }
    }

    @Test
    void aFileThatIsNoSegmentIsPutAside() throws IOException {
        try (RecordLog log = open()) {
            for (int i = 0; i < 5; i++) {
                add(log, i + "x".repeat(1000));
            }
        }
        overwrite(segment(1), 3, "?");
        try (RecordLog log = open()) {
            assertThat(seen).hasSize(1);
            assertThat(log.damages())
                    .containsExactly(new Damage(
                            directory.resolve("0000000000000001.log.damaged"), 0, 4 * 1030 + 28, Damage.Kind.CORRUPT));
        }
        assertThat(directory.resolve("0000000000000001.log.damaged")).exists();
    }

    @Test
    void whatHasChangedSinceItWasOpenedIsAnError() throws IOException {
        try (RecordLog log = open()) {
            Location one = add(log, "one");
            overwrite(segment(1), one.offset() + 29, "ONE");
            assertThatThrownBy(() -> log.read(one))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is corrupt");
        }
    }

    // ---- a full disk

    /** Takes as many bytes as there is room for. */
    private static final class SmallDisk implements Disk {
        long room;

        @Override
        public void write(FileChannel file, ByteBuffer bytes, long position) throws IOException {
            int fits = (int) Math.min(room, bytes.remaining());
            boolean isFull = fits < bytes.remaining();
            file.write(bytes.slice(bytes.position(), fits), position);
            room -= fits;
            if (isFull) {
                throw new IOException("No space left on device");
            }
        }
    }

    @Test
    void aFullDiskRefusesAndLosesNothing() throws IOException {
        var disk = new SmallDisk();
        disk.room = 28 + 32 + 20;
        try (RecordLog log = open(disk)) {
            add(log, "one");
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> add(log, "two")).hasMessage("No space left on device");
            }
            disk.room = 100;
            add(log, "2");
            assertThat(log.bytes()).isEqualTo(28 + 32 + 30);
        }
        try (RecordLog log = open()) {
            assertThat(seen).containsExactly("one", "2");
            assertThat(log.damages()).isEmpty();
        }
    }

    @Test
    void aSegmentThatCannotBeBegunIsTriedAgain() throws IOException {
        var disk = new SmallDisk();
        disk.room = 28 + 5000;
        try (RecordLog log = open(disk)) {
            add(log, "x".repeat(4971));
            disk.room = 10;
            assertThatThrownBy(() -> add(log, "two")).hasMessage("No space left on device");
            disk.room = 100;
            add(log, "two");
            assertThat(log.segments()).isEqualTo(2);
        }
        open().close();
        assertThat(seen).hasSize(2).endsWith("two");
    }

    @Test
    void afterASyncThatFailedEverythingIsRefused() throws IOException {
        var broken = new Disk() {
            boolean isBroken;

            @Override
            public void force(FileChannel file) throws IOException {
                if (isBroken) {
                    throw new IOException("Input/output error");
                }
            }
        };
        try (RecordLog log = open(broken)) {
            add(log, "one");
            broken.isBroken = true;
            assertThatThrownBy(log::sync).hasMessage("Input/output error");
            broken.isBroken = false;
            assertThatThrownBy(() -> add(log, "two")).hasMessageContaining("open it anew");
            assertThatThrownBy(log::sync).hasMessageContaining("open it anew");
        }
    }

    // ---- room that is given back

    @Test
    void theOldestSegmentsGoWhenNothingInThemIsWanted() throws IOException {
        try (RecordLog log = open()) {
            List<Location> all = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                Location each = add(log, i + "x".repeat(1000));
                log.live(each);
                all.add(each);
            }
            all.subList(4, 8).forEach(log::dead);
            log.dropDead();
            assertThat(log.segments())
                    .as("the second cannot go before the first")
                    .isEqualTo(3);
            all.subList(0, 4).forEach(log::dead);
            log.dropDead();
            assertThat(log.segments()).isEqualTo(1);
            assertThat(log.liveBytes()).isEqualTo(log.bytes() - SegmentHeader.SIZE);
        }
        open().close();
        assertThat(seen).hasSize(4);
    }

    @Test
    void aDamagedSegmentIsKeptWhenItGoes() throws IOException {
        try (RecordLog log = open()) {
            for (int i = 0; i < 5; i++) {
                add(log, "x".repeat(1000));
            }
        }
        overwrite(segment(1), 40, "?");
        try (RecordLog log = open()) {
            log.dropDead();
        }
        assertThat(names()).contains("0000000000000001.log.damaged").doesNotContain("0000000000000001.log");
    }
}
