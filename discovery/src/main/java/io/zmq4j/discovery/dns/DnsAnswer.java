package io.zmq4j.discovery.dns;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a name server answers.
 *
 * @param isTruncated whether it did not fit, and is to be asked for over TCP
 * @param records of the type that was asked for, of the name or of what it is an alias of; none if there is no such name, or none of
 *     that type
 */
record DnsAnswer(boolean isTruncated, List<DnsRecord> records) {
    private static final int RESPONSE = 0x8000;
    private static final int TRUNCATED = 0x0200;
    private static final int RCODE = 0x000f;
    private static final int NO_ERROR = 0;
    private static final int NO_SUCH_NAME = 3;

    /** Aliases of aliases of aliases; more are a circle. */
    private static final int MOST_ALIASES = 16;

    /**
     * Reads one (RFC 1035 section 4.1.1).
     *
     * @throws MalformedDnsException if it is none
     * @throws IOException if the server says that it cannot answer
     */
    static DnsAnswer read(ByteBuffer from, DnsQuestion question) throws IOException {
        int flags = from.getShort(2) & 0xffff;
        int code = flags & RCODE;
        if (code != NO_ERROR && code != NO_SUCH_NAME) {
            throw new IOException("the name server says " + reason(code));
        }
        if ((flags & TRUNCATED) != 0) {
            return new DnsAnswer(true, List.of());
        }
        int answers = from.getShort(6) & 0xffff;
        from.position(DnsQuestion.HEADER);
        DnsName.read(from);
        DnsRecord.need(from, 4);
        from.getInt();
        List<DnsRecord> all = new ArrayList<>();
        // Each takes eleven bytes at least, so this ends with the message.
        for (int i = 0; i < answers; i++) {
            DnsRecord record = DnsRecord.read(from);
            if (record != null) {
                all.add(record);
            }
        }
        return new DnsAnswer(false, of(question, all));
    }

    /** Whether it is an answer to this at all, and not somebody else's, or a guess. */
    static boolean answers(ByteBuffer bytes, DnsQuestion question) {
        if (bytes.limit() < DnsQuestion.HEADER
                || (bytes.getShort(0) & 0xffff) != question.id()
                || (bytes.getShort(2) & RESPONSE) == 0
                || bytes.getShort(4) != 1) {
            return false;
        }
        try {
            ByteBuffer asked = bytes.duplicate().position(DnsQuestion.HEADER);
            return DnsName.read(asked).equals(question.name())
                    && asked.remaining() >= 4
                    && asked.getShort() == question.type().number();
        } catch (MalformedDnsException e) {
            return false;
        }
    }

    private static List<DnsRecord> of(DnsQuestion question, List<DnsRecord> all) {
        Set<String> names = new HashSet<>(Set.of(question.name()));
        for (int i = 0; i < MOST_ALIASES; i++) {
            boolean isLonger = false;
            for (DnsRecord record : all) {
                String target = record.target();
                if (record.type() == RecordType.CNAME && target != null && names.contains(record.name())) {
                    isLonger |= names.add(target);
                }
            }
            if (!isLonger) {
                break;
            }
        }
        return all.stream()
                .filter(record -> record.type() == question.type().number() && names.contains(record.name()))
                .toList();
    }

    private static String reason(int code) {
        return switch (code) {
            case 1 -> "that it does not understand the question (FORMERR)";
            case 2 -> "that it cannot find out (SERVFAIL)";
            case 4 -> "that it does not know such questions (NOTIMP)";
            case 5 -> "that it does not want to answer (REFUSED)";
            default -> "error " + code;
        };
    }
}
