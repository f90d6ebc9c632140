package io.zmq4j.patterns.titanic;

import io.zmq4j.message.Message;

/** The status frames of RFC 9: three digits, and for some a text behind a space. */
final class Status {
    static final Message OK = Message.of("200");
    static final Message PENDING = Message.of("300");

    private static final int DIGITS = 3;

    private Status() {}

    static Message unknown(String why) {
        return Message.of("400 " + why);
    }

    static Message error(String why) {
        return Message.of("500 " + why);
    }

    /** The three digits in the first frame of a reply; 0 if there are none. */
    static int code(Message reply) {
        String text = reply.text();
        boolean isStatus = text.length() >= DIGITS
                && text.chars().limit(DIGITS).allMatch(digit -> digit >= '0' && digit <= '9')
                && (text.length() == DIGITS || text.charAt(DIGITS) == ' ');
        return isStatus ? Integer.parseInt(text.substring(0, DIGITS)) : 0;
    }

    /** What stands behind the digits. */
    static String text(Message reply) {
        String text = reply.text();
        return text.length() > DIGITS + 1 ? text.substring(DIGITS + 1) : "";
    }
}
