package io.zmq4j.multicast.pgm.packet;

/**
 * The options' layout and numbers (RFC 3208, section 9).
 *
 * <pre>
 *  +---+------+--------+----------+----------+-------
 *  | E | type | length | reserved | specific | value…       length counts all of it, 4 to 255
 *  +---+------+--------+----------+----------+-------
 *       0         1         2          3        4
 * </pre>
 *
 * E, the highest bit, marks the last one. The first is always OPT_LENGTH, which has the length of all of them in octets 2
 * and 3.
 */
final class Options {
    static final int LENGTH_OPTION = 0x00;
    static final int FRAGMENT = 0x01;
    static final int NAK_LIST = 0x02;
    static final int FIN = 0x0E;
    static final int RST = 0x0F;
    static final int INVALID = 0x7F;

    private static final int JOIN = 0x03;
    private static final int UNASSIGNED = 0x06;
    private static final int PGMCC_FEEDBACK = 0x13;

    static final int END = 0x80;
    static final int TYPE_MASK = 0x7F;

    static final int SMALLEST = 4;
    static final int FRAGMENT_SIZE = 16;
    static final int FRAGMENT_FIRST = 4;
    static final int FRAGMENT_OFFSET = 8;
    static final int FRAGMENT_TOTAL = 12;
    static final int MOST = 16;

    private Options() {}

    /**
     * Whether PGM defines it, from joining (3) up to congestion control (0x13), or a network element has struck it out;
     * what has no meaning here is skipped then.
     */
    static boolean isDefined(int type) {
        return (type >= JOIN && type <= PGMCC_FEEDBACK && type != UNASSIGNED) || type == INVALID;
    }
}
