package io.zmq4j.patterns.titanic.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;

/** One file of the log. */
final class Segment implements AutoCloseable {
    private static final SecureRandom SALTS = new SecureRandom();

    final long number;
    final Path file;

    private final FileChannel channel;
    private final Disk disk;
    private final long salt;
    private long size;

    /** Of records that somebody may still want. */
    long liveBytes;

    /** Whether bytes of it are no records: such a file is never deleted. */
    boolean isDamaged;

    /** Whether a failed write may have left something behind the last record. */
    private boolean hasRest;

    Segment(SegmentHeader header, Path file, FileChannel channel, Disk disk, long size) {
        this.number = header.number();
        this.salt = header.salt();
        this.file = file;
        this.channel = channel;
        this.disk = disk;
        this.size = size;
    }

    /** A new one, whose header is on the disk when this returns. */
    static Segment create(Path file, long number, Disk disk) throws IOException {
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean isCreated = false;
        try {
            var header = new SegmentHeader(number, SALTS.nextLong());
            disk.write(channel, header.encode(), 0);
            disk.force(channel);
            isCreated = true;
            return new Segment(header, file, channel, disk, SegmentHeader.SIZE);
        } finally {
            if (!isCreated) {
                channel.close();
                Files.deleteIfExists(file);
            }
        }
    }

    long size() {
        return size;
    }

    /** Writes a record behind all others. If that fails, nothing was written, and it may be tried again. */
    Location append(RecordType type, UUID id, byte[] payload) throws IOException {
        if (hasRest) {
            channel.truncate(size);
            hasRest = false;
        }
        ByteBuffer record = RecordFormat.encode(type, id, payload, salt);
        int length = record.remaining();
        boolean isWritten = false;
        try {
            disk.write(channel, record, size);
            isWritten = true;
        } finally {
            hasRest = !isWritten;
        }
        var location = new Location(this, size, length);
        size += length;
        return location;
    }

    /** Takes away what lies behind the last record. */
    void cut(long end) throws IOException {
        channel.truncate(end);
        disk.force(channel);
        size = end;
    }

    void force() throws IOException {
        disk.force(channel);
    }

    /** The payload of a record, checked again. */
    byte[] read(Location location) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(location.length());
        while (record.hasRemaining()) {
            if (channel.read(record, location.offset() + record.position()) < 0) {
                break;
            }
        }
        record.flip();
        if (RecordFormat.lengthAt(record, 0, salt) != location.length()) {
            throw new IOException(file + " is corrupt: the record of " + location.length() + " bytes at "
                    + location.offset() + " has changed since it was written");
        }
        var payload = new byte[location.length() - RecordFormat.HEAD];
        record.get(RecordFormat.HEAD, payload);
        return payload;
    }

    /** All of it as it is on the disk. */
    ByteBuffer map() throws IOException {
        return channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
    }

    long salt() {
        return salt;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its records that are wanted, where they stand. */
    List<RecordLog.Moved> wanted(BiPredicate<UUID, Location> isWanted) throws IOException {
        ByteBuffer content = map();
        List<RecordLog.Moved> wanted = new ArrayList<>();
        new SegmentScan(content, salt()).run(new SegmentScan.Visitor() {
            @Override
            public void record(int offset, int length) {
                var location = new Location(Segment.this, offset, length);
                UUID id = RecordFormat.idAt(content, offset);
                if (isWanted.test(id, location)) {
                    wanted.add(new RecordLog.Moved(RecordFormat.typeAt(content, offset), id, location));
                }
            }

            @Override
            public void damage(int offset, int length) {
                isDamaged = true;
            }

            @Override
            public void tail(int offset, int length) {
                isDamaged = true;
            }
        });
        return wanted;
    }
}
