package io.zmq4j.discovery.dns;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names in messages (RFC 1035 sections 3.1 and 4.1.4), as text in lower case without the last dot.
 *
 * <pre>
 *   00LLLLLL LABEL…   L bytes of a name, 1 to 63; another label follows
 *   00000000          the end
 *   11PPPPPP PPPPPPPP the rest is what stands at byte P of the message
 * </pre>
 */
final class DnsName {
    private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9_-]{1,63}(\\.[A-Za-z0-9_-]{1,63})*\\.?");
    private static final int LONGEST_TEXT = 253;
    private static final int POINTER = 0xc0;
    private static final int MOST_LABELS = 127;

    private DnsName() {}

    /** Whether this can be asked for. */
    static boolean isName(String text) {
        return text.length() <= LONGEST_TEXT && TEXT.matcher(text).matches();
    }

    static void write(String name, ByteBuffer to) {
        for (String label : name.split("\\.", 0)) {
            to.put((byte) label.length()).put(label.getBytes(StandardCharsets.US_ASCII));
        }
        to.put((byte) 0);
    }

    /**
     * Reads one, and leaves the buffer behind it. A pointer leads backwards only, so that none leads in a circle.
     *
     * @throws MalformedDnsException if it is none
     */
    static String read(ByteBuffer from) throws MalformedDnsException {
        var name = new StringBuilder();
        ByteBuffer at = from;
        int labels = 0;
        for (int length = next(at); length != 0; length = next(at)) {
            if ((length & POINTER) == POINTER) {
                int here = at.position() - 1;
                int target = (length & ~POINTER) << 8 | next(at);
                if (target >= here) {
                    throw new MalformedDnsException("a name that points ahead");
                }
                at = from.duplicate().position(target);
            } else if (length > 63 || length > at.remaining() || ++labels > MOST_LABELS) {
                throw new MalformedDnsException("a name with a label of " + length + " bytes");
            } else {
                append(at, length, name);
            }
        }
        return name.toString().toLowerCase(Locale.ROOT);
    }

    private static int next(ByteBuffer at) throws MalformedDnsException {
        if (!at.hasRemaining()) {
            throw new MalformedDnsException("a name that is cut off");
        }
        return at.get() & 0xff;
    }

    private static void append(ByteBuffer at, int length, StringBuilder name) throws MalformedDnsException {
        if (name.length() + length > LONGEST_TEXT) {
            throw new MalformedDnsException("a name of more than " + LONGEST_TEXT + " characters");
        }
        if (name.length() > 0) {
            name.append('.');
        }
        for (int i = 0; i < length; i++) {
            name.append((char) (at.get() & 0xff));
        }
    }
}
