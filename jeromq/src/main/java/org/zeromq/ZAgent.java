package org.zeromq;

import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.Selector;
import java.util.Set;
import org.zeromq.ZMQ.Socket;

/**
 * The near end of a conversation with a {@link ZStar} that runs in another thread: messages go to it and come from it. The conversation
 * is over once {@link #sign} says so; from then on nothing is sent and nothing received.
 */
public interface ZAgent {
    /** As {@link #recv(boolean)}, waiting. */
    ZMsg recv();

    /** As {@link #recv(boolean)}, for {@code timeout} milliseconds at most: -1 for no limit, 0 not to wait. */
    ZMsg recv(int timeout);

    /**
     * The next message; null if there is none at once, or none within the time that the socket may wait, or if the conversation is over.
     */
    ZMsg recv(boolean wait);

    /** As {@link #send(ZMsg, boolean)}, and the message is destroyed. */
    boolean send(ZMsg message);

    /**
     * Sends a message.
     *
     * @param destroy whether the message is emptied once it was sent
     * @return whether it was sent: false once the conversation or the context is over
     */
    boolean send(ZMsg message, boolean destroy);

    /** As {@link #send(String, boolean)}, a message of one frame. */
    boolean send(String word);

    /**
     * Sends a frame of text.
     *
     * @param more whether the frames that follow belong to the same message
     * @return whether it was sent: false once the conversation is over
     * @throws ZMQException if the socket cannot send, such as after the context's end
     */
    boolean send(String word, boolean more);

    /** Whether the conversation goes on, as far as this end knows: the last word was not received yet. */
    boolean sign();

    /** The socket of this end. */
    Socket pipe();

    /** Ends the conversation from this side, and closes the socket. */
    void close();

    /**
     * Opens and closes selectors, once for stars that wanted their own.
     *
     * @deprecated sockets need no selector of the caller's: it is not asked
     */
    @Deprecated
    interface SelectorCreator {
        /** A selector that nobody else uses. */
        Selector create() throws IOException;

        /** Closes one that {@link #create} gave. */
        void destroy(Selector selector) throws IOException;
    }

    /** Makes agents. */
    class Creator {
        Creator() {}

        /** An agent that talks by this socket until it receives the last word. */
        public static ZAgent create(Socket pipe, String lastWord) {
            return new SimpleAgent(pipe, lastWord);
        }
    }

    /**
     * Talks by one socket until it receives a message of a single frame, the last word; or until an interrupt or the end of the context
     * keeps it from receiving. Belongs to one thread.
     */
    final class SimpleAgent implements ZAgent {
        /** What ends a conversation without a last word. */
        private static final Set<Integer> ENDS = Set.of(ZMQ.Error.ETERM.getCode(), ZMQ.Error.EINTR.getCode());

        private final Socket pipe;
        private final String lastWord;
        private boolean signs = true;

        /** Talks by this socket, which it closes after the last word; null for none. */
        public SimpleAgent(Socket pipe, String lastWord) {
            this.pipe = pipe;
            this.lastWord = lastWord;
        }

        @Override
        public ZMsg recv() {
            return recv(true);
        }

        @Override
        public ZMsg recv(int timeout) {
            if (!signs) {
                return null;
            }
            int usual = pipe.getReceiveTimeOut();
            pipe.setReceiveTimeOut(timeout);
            try {
                return recv(true);
            } finally {
                pipe.setReceiveTimeOut(usual);
            }
        }

        @Override
        public ZMsg recv(boolean wait) {
            if (!signs) {
                return null;
            }
            ZMsg message;
            try {
                message = ZMsg.recvMsg(pipe, wait);
            } catch (ZMQException e) {
                if (!ENDS.contains(e.getErrorCode())) {
                    throw e;
                }
                signs = false;
                return null;
            } catch (ClosedSelectorException e) {
                signs = false;
                return null;
            }
            if (message != null && isLastWord(message)) {
                message.destroy();
                close();
                return null;
            }
            return message;
        }

        private boolean isLastWord(ZMsg message) {
            return lastWord != null && message.size() == 1 && message.getFirst().streq(lastWord);
        }

        @Override
        public boolean send(ZMsg message) {
            return send(message, true);
        }

        @Override
        public boolean send(ZMsg message, boolean destroy) {
            return signs && message.send(pipe, destroy);
        }

        @Override
        public boolean send(String word) {
            return send(word, false);
        }

        @Override
        public boolean send(String word, boolean more) {
            return signs && (more ? pipe.sendMore(word) : pipe.send(word));
        }

        @Override
        public boolean sign() {
            return signs;
        }

        @Override
        public Socket pipe() {
            return pipe;
        }

        @Override
        public void close() {
            signs = false;
            pipe.close();
        }
    }
}
