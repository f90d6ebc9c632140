package io.zmq4j.patterns.titanic.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records one behind the other, in segments of a directory: {@code 0000000000000001.log} and so on, the last one open for more.
 *
 * <p>Who appends says with {@link #live} which records are wanted, and with {@link #dead} which are not any more. The oldest segment is
 * dropped when nothing in it is wanted; only the oldest, as a record may take back what an older one said. What is dropped was taken back
 * by records that are on the disk.
 *
 * <p>A write that fails changes nothing and may be tried again. After a sync that failed nobody knows what is on the disk: the log then
 * refuses everything until it is opened anew.
 */
public final class RecordLog implements AutoCloseable {
    private enum State {
        OPEN,
        SYNC_FAILED,
        CLOSED
    }

    /** Is told of each record when a log is opened, the oldest first. */
    public interface Visitor {
        void record(RecordType type, UUID id, Location location);
    }

    private static final String SUFFIX = ".log";

    private final Path directory;
    private final long segmentBytes;
    private final Disk disk;
    private final DirectoryLock lock;
    private final ArrayDeque<Segment> segments = new ArrayDeque<>();
    private final List<Damage> damages = new ArrayList<>();

    private State state = State.OPEN;
    private boolean isDirty;
    private long bytes;
    private long liveBytes;

    private RecordLog(Path directory, long segmentBytes, Disk disk, DirectoryLock lock) {
        this.directory = directory;
        this.segmentBytes = segmentBytes;
        this.disk = disk;
        this.lock = lock;
    }

    /**
     * Opens the log of a directory, which is made if it is not there.
     *
     * @param segmentBytes how large a segment gets, about
     * @throws IOException if that fails, such as when another log has the directory; not if records are damaged
     */
    public static RecordLog open(Path directory, long segmentBytes, Visitor visitor) throws IOException {
        return open(directory, segmentBytes, Disk.REAL, visitor);
    }

    static RecordLog open(Path directory, long segmentBytes, Disk disk, Visitor visitor) throws IOException {
        Files.createDirectories(directory);
        var log = new RecordLog(directory, segmentBytes, disk, DirectoryLock.take(directory));
        boolean isOpen = false;
        try {
            log.load(visitor);
            isOpen = true;
            return log;
        } finally {
            if (!isOpen) {
                log.close();
            }
        }
    }

    // ---- opening

    private void load(Visitor visitor) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(directory)) {
            files = all.filter(file -> file.getFileName().toString().matches("[0-9]{16}\\.log"))
                    .sorted()
                    .toList();
        }
        for (int i = 0; i < files.size(); i++) {
            load(files.get(i), i == files.size() - 1, visitor);
        }
        // What another process wrote may not have reached the disk.
        isDirty = !segments.isEmpty();
        if (segments.isEmpty() || segments.getLast().size() >= segmentBytes) {
            roll();
        }
    }

    private void load(Path file, boolean isLast, Visitor visitor) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        long size = channel.size();
        ByteBuffer content = channel.map(FileChannel.MapMode.READ_ONLY, 0, Math.min(size, Integer.MAX_VALUE));
        SegmentHeader header = SegmentHeader.parse(content);
        if (header == null || size > Integer.MAX_VALUE || header.number() != number(file)) {
            channel.close();
            unreadable(file, size, isLast);
            return;
        }
        var segment = new Segment(header, file, channel, disk, size);
        segments.addLast(segment);
        bytes += size;
        var scan = new Scan(segment, content, isLast, visitor);
        new SegmentScan(content, header.salt()).run(scan);
        if (scan.tornFrom >= 0) {
            cut(segment, content, scan.tornFrom);
        }
    }

    /** A file without a header is no segment. The last one may have been cut short when it was made: then it has no records. */
    private void unreadable(Path file, long size, boolean isLast) throws IOException {
        boolean isTorn = isLast && size < SegmentHeader.SIZE;
        Path aside = file.resolveSibling(file.getFileName() + (isTorn ? ".torn" : ".damaged"));
        Files.move(file, aside);
        damages.add(new Damage(aside, 0, size, isTorn ? Damage.Kind.TORN_TAIL : Damage.Kind.CORRUPT));
    }

    private void cut(Segment segment, ByteBuffer content, int from) throws IOException {
        Path aside = segment.file.resolveSibling(segment.file.getFileName() + "." + from + ".torn");
        try (FileChannel copy = FileChannel.open(
                aside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            disk.write(copy, content.slice(from, content.limit() - from), 0);
            disk.force(copy);
        }
        damages.add(new Damage(aside, from, content.limit() - from, Damage.Kind.TORN_TAIL));
        bytes -= content.limit() - from;
        segment.cut(from);
    }

    private final class Scan implements SegmentScan.Visitor {
        private final Segment segment;
        private final ByteBuffer content;
        private final boolean isLast;
        private final Visitor visitor;
        private int tornFrom = -1;

        Scan(Segment segment, ByteBuffer content, boolean isLast, Visitor visitor) {
            this.segment = segment;
            this.content = content;
            this.isLast = isLast;
            this.visitor = visitor;
        }

        @Override
        public void record(int offset, int length) {
            visitor.record(
                    RecordFormat.typeAt(content, offset),
                    RecordFormat.idAt(content, offset),
                    new Location(segment, offset, length));
        }

        @Override
        public void damage(int offset, int length) {
            segment.isDamaged = true;
            damages.add(new Damage(segment.file, offset, length, Damage.Kind.CORRUPT));
        }

        @Override
        public void tail(int offset, int length) {
            if (isLast) {
                tornFrom = offset;
            } else {
                damage(offset, length);
            }
        }
    }

    private static long number(Path file) {
        String name = file.getFileName().toString();
        return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
    }

    // ---- writing and reading

    /** Writes a record. It survives the end of this process when this returns, and the loss of power after the next {@link #sync}. */
    public Location append(RecordType type, UUID id, byte[] payload) throws IOException {
        check();
        if (segments.getLast().size() >= segmentBytes) {
            roll();
        }
        Location location = segments.getLast().append(type, id, payload);
        bytes += location.length();
        isDirty = true;
        return location;
    }

    private void roll() throws IOException {
        sync();
        long number = nextNumber();
        Path file = directory.resolve("%016d".formatted(number) + SUFFIX);
        segments.addLast(Segment.create(file, number, disk));
        bytes += SegmentHeader.SIZE;
        forceDirectory();
    }

    /** Behind all files that were put aside, so that their names stay free. */
    private long nextNumber() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.map(file -> file.getFileName().toString())
                            .filter(name -> name.matches("[0-9]{16}\\.log.*"))
                            .mapToLong(name -> Long.parseLong(name.substring(0, 16)))
                            .max()
                            .orElse(0)
                    + 1;
        }
    }

    /** So that the names of its files survive the loss of power; where a directory cannot be opened, there is nothing to do for it. */
    private void forceDirectory() {
        try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            // Windows.
        }
    }

    /** Returns when all records are on the disk. */
    public void sync() throws IOException {
        check();
        if (!isDirty) {
            return;
        }
        state = State.SYNC_FAILED;
        segments.getLast().force();
        state = State.OPEN;
        isDirty = false;
    }

    private void check() throws IOException {
        if (state != State.OPEN) {
            throw new IOException(
                    state == State.CLOSED
                            ? "the log in " + directory + " is closed"
                            : "a sync of the log in " + directory + " failed: open it anew");
        }
    }

    /** The payload of a record. */
    public byte[] read(Location location) throws IOException {
        check();
        return location.segment().read(location);
    }

    // ---- what is wanted

    /** A record is wanted. */
    public void live(Location location) {
        location.segment().liveBytes += location.length();
        liveBytes += location.length();
    }

    /** A record is not wanted any more. */
    public void dead(Location location) {
        location.segment().liveBytes -= location.length();
        liveBytes -= location.length();
    }

    /** Drops the oldest segments as long as nothing in them is wanted. */
    public void dropDead() throws IOException {
        while (segments.size() > 1 && segments.getFirst().liveBytes == 0) {
            sync();
            Segment oldest = segments.getFirst();
            oldest.close();
            if (oldest.isDamaged) {
                Files.move(oldest.file, oldest.file.resolveSibling(oldest.file.getFileName() + ".damaged"));
            } else {
                Files.delete(oldest.file);
            }
            segments.removeFirst();
            bytes -= oldest.size();
        }
    }

    /**
     * What of the oldest segment is wanted, if it is time to move that on so that the segment can go: if more than half of the log is
     * unwanted, and more than two segments' worth.
     *
     * @param isWanted whether a record is wanted
     * @return null if it is not time
     */
    public @Nullable List<Moved> toMove(BiPredicate<UUID, Location> isWanted) throws IOException {
        check();
        if (segments.size() < 2 || bytes - liveBytes < Math.max(liveBytes, 2 * segmentBytes)) {
            return null;
        }
        Segment oldest = segments.getFirst();
        ByteBuffer content = oldest.map();
        List<Moved> wanted = new ArrayList<>();
        new SegmentScan(content, oldest.salt()).run(new SegmentScan.Visitor() {
            @Override
            public void record(int offset, int length) {
                var location = new Location(oldest, offset, length);
                UUID id = RecordFormat.idAt(content, offset);
                if (isWanted.test(id, location)) {
                    wanted.add(new Moved(RecordFormat.typeAt(content, offset), id, location));
                }
            }

            @Override
            public void damage(int offset, int length) {
                oldest.isDamaged = true;
            }

            @Override
            public void tail(int offset, int length) {
                oldest.isDamaged = true;
            }
        });
        return wanted;
    }

    /** A record that stands in the way of its segment. */
    public record Moved(RecordType type, UUID id, Location from) {}

    // ---- what there is

    /** Of all segments. */
    public long bytes() {
        return bytes;
    }

    /** Of the records that are wanted. */
    public long liveBytes() {
        return liveBytes;
    }

    public int segments() {
        return segments.size();
    }

    /** What could not be read when it was opened. */
    public List<Damage> damages() {
        return List.copyOf(damages);
    }

    /** Syncs if it can, and lets go of the directory. */
    @Override
    public void close() throws IOException {
        if (state == State.CLOSED) {
            return;
        }
        try {
            if (state == State.OPEN) {
                sync();
            }
        } finally {
            state = State.CLOSED;
            segments.forEach(Segment::close);
            lock.close();
        }
    }
}
