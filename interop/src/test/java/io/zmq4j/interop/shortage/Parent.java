package io.zmq4j.interop.shortage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The parent, as a round sees it: asked and answered in lines. For one thread. */
final class Parent {
    static final char MARK = '@';

    private final BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    /** Where to connect to, to come to this endpoint; connections there may be broken at any moment. */
    String breakable(String endpoint) throws IOException {
        return ask("breakable " + endpoint);
    }

    /** From now on connections are broken at random. */
    void breakConnections() throws IOException {
        ask("break");
    }

    /** No connection is broken any more; gives how many were. */
    long spareConnections() throws IOException {
        return Long.parseLong(ask("spare"));
    }

    private String ask(String question) throws IOException {
        say(question);
        String answer = input.readLine();
        if (answer == null) {
            throw new IOException("the parent is gone");
        }
        return answer;
    }

    /** At the beginning of a line, whatever the JVM has said before on the same one. */
    void say(String line) {
        System.out.print("\n" + MARK + line + "\n");
        System.out.flush();
    }
}
