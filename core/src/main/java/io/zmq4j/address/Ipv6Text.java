package io.zmq4j.address;

import java.net.Inet6Address;
import java.util.Arrays;

/** The shortest text of an IPv6 address, as RFC 5952 wants it and people know it. */
public final class Ipv6Text {
    private Ipv6Text() {}

    /** With {@code %zone} where there is one, and without brackets. */
    public static String format(Inet6Address address) {
        // The JDK's text is the long one, 0:0:0:0:0:0:0:1, and %zone after it where there is one.
        String text = address.getHostAddress();
        int percent = text.indexOf('%');
        String zone = percent < 0 ? "" : text.substring(percent);
        return shortened((percent < 0 ? text : text.substring(0, percent)).split(":")) + zone;
    }

    /** RFC 5952, section 4.2: the first of the longest runs of two or more zero groups becomes {@code ::}. */
    private static String shortened(String[] groups) {
        int start = 0;
        int length = 1;
        for (int i = 0; i < groups.length; i++) {
            int end = i;
            while (end < groups.length && groups[end].equals("0")) {
                end++;
            }
            if (end - i > length) {
                start = i;
                length = end - i;
            }
        }
        return length == 1
                ? joined(groups, 0, groups.length)
                : joined(groups, 0, start) + "::" + joined(groups, start + length, groups.length);
    }

    private static String joined(String[] groups, int from, int to) {
        return String.join(":", Arrays.copyOfRange(groups, from, to));
    }
}
