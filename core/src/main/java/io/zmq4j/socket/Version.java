package io.zmq4j.socket;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** This library's version, which the build has written beside this class. */
final class Version {
    private static final String CURRENT = read();

    private Version() {}

    /** Such as {@code 1.2.0}; {@code unknown} if whoever packed the application has left the file out. */
    static String current() {
        return CURRENT;
    }

    private static String read() {
        try (InputStream in = Version.class.getResourceAsStream("version.txt")) {
            return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }
}
