package io.zmq4j.zmtp.mechanism;

import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One side of one connection's security handshake (RFC 37, "Authentication and Confidentiality"). Pure: it is given
 * the peer's commands and says what to send. An ERROR from the peer never comes here, it ends the connection.
 *
 * <p>A step that needs more than a moment, such as a key agreement or somebody's word that the peer may come in, asks for that
 * and ends: see {@link Ask}.
 */
public interface Mechanism {
    /** What seals the traffic and opens the peer's. */
    record Seal(Sealer sealer, Opener opener) {
        public Seal {
            Objects.requireNonNull(sealer, "sealer");
            Objects.requireNonNull(opener, "opener");
        }

        /** Ends both. */
        public void end() {
            sealer.end();
            opener.end();
        }
    }

    /** The name in the greeting: up to 20 characters. */
    String name();

    /** What to send when both greetings are there, before the peer says anything. */
    Step start() throws ProtocolException;

    /** The peer's next command. */
    Step receive(Command command) throws ProtocolException;

    /** Whether {@link Command#EMPTY} may come; if not, it ends the handshake as any other command without a name. */
    default boolean takesEmptyCommands() {
        return false;
    }

    /**
     * The handshake is over, complete or not, and no step follows: what it has kept secret is overwritten, and what work that is being
     * done at this moment has, when that is done. What the traffic is sealed with has an end of its own. May be called again.
     */
    default void end() {}

    /**
     * What comes of a command, or of an answer.
     *
     * @param send commands to send, in order
     * @param ask what must be known before anything else comes; null for nothing
     * @param peer the peer's metadata, with which the handshake is complete; null while it is not
     * @param seal what the traffic is sealed with from then on; null for nothing
     */
    record Step(
            List<Command> send,
            @Nullable Ask ask,
            @Nullable Metadata peer,
            @Nullable Seal seal) {
        public Step {
            Objects.requireNonNull(send, "send");
        }

        /** Sends these, and waits for the peer. */
        public static Step sending(Command... commands) {
            return new Step(List.of(Objects.requireNonNull(commands, "commands")), null, null, null);
        }

        /** Sends nothing before this is done. If it refuses the peer, that is told where the answer is taken. */
        public static Step working(Ask.Work work) {
            Objects.requireNonNull(work, "work");
            Ask.Work told = () -> {
                try {
                    return work.call();
                } catch (ProtocolException refusal) {
                    return () -> {
                        throw refusal;
                    };
                }
            };
            return new Step(List.of(), told, null, null);
        }

        /** Sends nothing before this is decided. */
        public static Step authenticating(Ask.Authenticate authenticate) {
            return new Step(List.of(), Objects.requireNonNull(authenticate, "authenticate"), null, null);
        }

        /** Sends these, and that is all. */
        public static Step done(Metadata peer, Command... commands) {
            Objects.requireNonNull(peer, "peer");
            return new Step(List.of(Objects.requireNonNull(commands, "commands")), null, peer, null);
        }

        /** Sends these, and that is all; every frame that follows, either way, is sealed. */
        public static Step sealed(Metadata peer, Seal seal, Command... commands) {
            Objects.requireNonNull(peer, "peer");
            Objects.requireNonNull(seal, "seal");
            return new Step(List.of(Objects.requireNonNull(commands, "commands")), null, peer, seal);
        }
    }
}
