package io.zmq4j.patterns.titanic.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;

/**
 * Reads the segments that a log finds when it is opened. What is damaged is told, put aside and kept; the rest is used. Used once, by one
 * thread.
 */
final class SegmentLoader {
    private final Disk disk;
    private final RecordLog.Visitor visitor;
    private final Collection<Segment> segments;
    private final List<Damage> damages;

    /**
     * Where it puts what it finds.
     *
     * @param segments to which each is added as soon as it is open: whoever has them closes them, whatever happens
     */
    SegmentLoader(Disk disk, RecordLog.Visitor visitor, Collection<Segment> segments, List<Damage> damages) {
        this.disk = disk;
        this.visitor = visitor;
        this.segments = segments;
        this.damages = damages;
    }

    /** Reads all of them, the oldest first. */
    void load(List<Path> files) throws IOException {
        for (int i = 0; i < files.size(); i++) {
            load(files.get(i), i == files.size() - 1);
        }
    }

    private void load(Path file, boolean isLast) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        long size = channel.size();
        ByteBuffer content = channel.map(FileChannel.MapMode.READ_ONLY, 0, Math.min(size, Integer.MAX_VALUE));
        SegmentHeader header = SegmentHeader.parse(content);
        if (header == null || size > Integer.MAX_VALUE || header.number() != LogDirectory.number(file)) {
            channel.close();
            unreadable(file, size, isLast);
            return;
        }
        var segment = new Segment(header, file, channel, disk, size);
        segments.add(segment);
        var scan = new Scan(segment, content, isLast);
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
        segment.cut(from);
    }

    private final class Scan implements SegmentScan.Visitor {
        private final Segment segment;
        private final ByteBuffer content;
        private final boolean isLast;
        private int tornFrom = -1;

        Scan(Segment segment, ByteBuffer content, boolean isLast) {
            this.segment = segment;
            this.content = content;
            this.isLast = isLast;
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
}
