package io.zmq4j.patterns.titanic.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Records one behind the other, in segments of a {@link LogDirectory}, the last one open for more.
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

    private final LogDirectory directory;
    private final long segmentBytes;
    private final Disk disk;
    private final DirectoryLock lock;
    private final ArrayDeque<Segment> segments = new ArrayDeque<>();
    private final List<Damage> damages = new ArrayList<>();

    private State state = State.OPEN;
    private boolean isDirty;
    private long bytes;
    private long liveBytes;

    private RecordLog(LogDirectory directory, long segmentBytes, Disk disk, DirectoryLock lock) {
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
        var log = new RecordLog(new LogDirectory(directory), segmentBytes, disk, DirectoryLock.take(directory));
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
        new SegmentLoader(disk, visitor, segments, damages).load(directory.segments());
        bytes = segments.stream().mapToLong(Segment::size).sum();
        // What another process wrote may not have reached the disk.
        isDirty = !segments.isEmpty();
        if (segments.isEmpty() || segments.getLast().size() >= segmentBytes) {
            roll();
        }
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
        long number = directory.nextNumber();
        segments.addLast(Segment.create(directory.segment(number), number, disk));
        bytes += SegmentHeader.SIZE;
        directory.force();
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
        return segments.getFirst().wanted(isWanted);
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
