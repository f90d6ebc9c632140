package io.zmq4j.patterns.titanic.log;

import java.nio.file.Path;

/**
 * Bytes of a log in which no record can be found.
 *
 * @param file where they lie; for a torn tail, the file to which they were moved
 * @param offset from the segment's beginning
 * @param kind of damage
 */
public record Damage(Path file, long offset, long length, Kind kind) {
    /** What may have happened. */
    public enum Kind {
        /** The end of the last segment: a write that a crash cut short, and which nobody was told had succeeded. */
        TORN_TAIL,
        /** In the middle, with records behind: something has changed what was written. The segment is kept for ever. */
        CORRUPT
    }

    @Override
    public String toString() {
        return switch (kind) {
            case TORN_TAIL ->
                "the last write was cut short: " + length + " bytes at " + offset + " were no record, and are now in "
                        + file;
            case CORRUPT ->
                file + " is corrupt: " + length + " bytes from " + offset
                        + " on are no record; what lies before and behind is used, and the file is kept";
        };
    }
}
