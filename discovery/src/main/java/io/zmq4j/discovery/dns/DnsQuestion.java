package io.zmq4j.discovery.dns;

import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * A question to a name server (RFC 1035 section 4.1).
 *
 * <pre>
 *   id 2 | 0x0100, a query that wants recursion | questions 2 | answers 2 | authorities 2 | additionals 2
 *   name | type 2 | class 2, the internet
 * </pre>
 *
 * @param id by which the answer is known
 * @param name without the last dot
 */
record DnsQuestion(int id, String name, RecordType type) {
    static final int HEADER = 12;

    private static final short RECURSION_DESIRED = 0x0100;
    private static final int LONGEST = HEADER + 255 + 4;

    DnsQuestion {
        name = name.toLowerCase(Locale.ROOT);
    }

    ByteBuffer encoded() {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
        bytes.putShort((short) id).putShort(RECURSION_DESIRED);
        bytes.putShort((short) 1).putShort((short) 0).putShort((short) 0).putShort((short) 0);
        DnsName.write(name, bytes);
        bytes.putShort((short) type.number()).putShort((short) 1);
        return bytes.flip();
    }
}
