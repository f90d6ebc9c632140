package io.zmq4j.cli.probe;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What often answers where ZeroMQ was expected, by how it begins. */
enum KnownProtocol {
    HTTP("an HTTP server", "HTTP/"),
    /** What an HTTP server answers to one that seems too old for a status line. */
    HTML("an HTTP server", "<!DOCTYPE"),
    SSH("an SSH server", "SSH-"),
    MAIL("an SMTP or FTP server", "220"),
    POP("a POP3 server", "+OK"),
    IMAP("an IMAP server", "* OK"),
    REDIS("a Redis server", "-ERR"),
    REDIS_PROTECTED("a Redis server", "-DENIED"),
    NATS("a NATS server", "INFO {"),
    AMQP("an AMQP broker, such as RabbitMQ", "AMQP"),
    VNC("a VNC server", "RFB "),
    TLS("a TLS server", "\u0015\u0003"),
    TELNET("a telnet server", "\u00FF\u00FD"),
    TELNET_OFFER("a telnet server", "\u00FF\u00FB");

    private final String words;
    private final byte[] start;

    KnownProtocol(String words, String start) {
        this.words = words;
        this.start = start.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** In words, such as "an SSH server"; null if it is none of these. */
    static @Nullable String words(byte[] bytes, int count) {
        for (KnownProtocol each : values()) {
            if (each.begins(bytes, count)) {
                return each.words;
            }
        }
        return null;
    }

    private boolean begins(byte[] bytes, int count) {
        if (count < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (bytes[i] != start[i]) {
                return false;
            }
        }
        return true;
    }
}
