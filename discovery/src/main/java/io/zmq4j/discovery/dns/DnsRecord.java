package io.zmq4j.discovery.dns;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A record of an answer.
 *
 * @param name whose it is
 * @param ttlSeconds how long it is good
 * @param address of an A or AAAA, without brackets
 * @param target the name that a CNAME or SRV leads to
 * @param port of a SRV
 */
record DnsRecord(
        String name,
        int type,
        long ttlSeconds,
        @Nullable String address,
        @Nullable String target,
        int port) {
    private static final int INTERNET = 1;

    /**
     * Reads one, and leaves the buffer behind it (RFC 1035 section 4.1.3).
     *
     * <pre>
     *   name | type 2 | class 2 | TTL 4 | length 2 | as many bytes
     * </pre>
     *
     * @return null for one that says nothing to us
     */
    static @Nullable DnsRecord read(ByteBuffer from) throws MalformedDnsException {
        String name = DnsName.read(from);
        need(from, 10);
        int type = from.getShort() & 0xffff;
        int recordClass = from.getShort() & 0xffff;
        // Of a negative one, RFC 2181 section 8 says that it is zero.
        long ttl = Math.max(0, from.getInt());
        int length = from.getShort() & 0xffff;
        need(from, length);
        int end = from.position() + length;
        DnsRecord read = recordClass == INTERNET ? read(name, type, ttl, length, from) : null;
        from.position(end);
        return read;
    }

    private static @Nullable DnsRecord read(String name, int type, long ttl, int length, ByteBuffer from)
            throws MalformedDnsException {
        boolean isIpv4 = type == RecordType.A.number() && length == 4;
        boolean isIpv6 = type == RecordType.AAAA.number() && length == 16;
        if (isIpv4 || isIpv6) {
            return new DnsRecord(name, type, ttl, address(from, length), null, 0);
        }
        if (type == RecordType.CNAME) {
            return new DnsRecord(name, type, ttl, null, DnsName.read(from), 0);
        }
        if (type == RecordType.SRV.number() && length > 6) {
            // Priority and weight.
            from.getInt();
            int port = from.getShort() & 0xffff;
            return new DnsRecord(name, type, ttl, null, DnsName.read(from), port);
        }
        return null;
    }

    private static String address(ByteBuffer from, int length) {
        byte[] bytes = new byte[length];
        from.get(bytes);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    static void need(ByteBuffer from, int bytes) throws MalformedDnsException {
        if (from.remaining() < bytes) {
            throw new MalformedDnsException("an end where " + bytes + " more bytes must be");
        }
    }
}
