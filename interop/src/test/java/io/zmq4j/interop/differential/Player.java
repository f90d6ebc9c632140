package io.zmq4j.interop.differential;

import io.zmq4j.message.Message;
import java.util.Optional;

/**
 * An implementation that plays scenarios, one after the other. After each call nothing is on the way any more: what was sent is
 * where it can be received, who has left is gone.
 */
interface Player extends AutoCloseable {
    /**
     * How a call ended.
     *
     * @param code {@code ok}; {@code EAGAIN}, {@code EFSM} or {@code EHOSTUNREACH}; {@code refused} by bind, connect and their
     *     opposites; {@code late} if what was waited for did not come; or another error in words
     */
    record Answer(String code, Optional<Message> message) {
        static final Answer OK = of("ok");

        static Answer of(String code) {
            return new Answer(code, Optional.empty());
        }

        static Answer of(Message message) {
            return new Answer("ok", Optional.of(message));
        }

        boolean isOk() {
            return code.equals("ok");
        }
    }

    /**
     * Begins a scenario: what is left of the one before is closed.
     *
     * @param patience how much longer than usual to look whether something is still on the way; 1 is usual
     */
    void begin(String scheme, int patience);

    /** Makes a call other than those for messages. */
    Answer call(Step step);

    Answer send(String socket, Message message);

    Answer receive(String socket);

    @Override
    void close();
}
