package io.zmq4j.pattern;

import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import io.zmq4j.pipe.Pipe;
import org.jspecify.annotations.Nullable;

/**
 * A DEALER without an application: what it asks is fetched when there is somebody to ask, and an answer is handed over as it comes,
 * by the thread that brings it. So nobody waits, and nobody who asks or answers waits for the other.
 */
public final class Inquirer implements Pattern {
    /** Whose questions they are. Called with the socket's lock held: notes, and does nothing else. */
    public interface Client {
        /** Somebody is there to be asked: what is to be asked from now on is signalled to this pipe. */
        void onThere(Pipe pipe);

        /** The oldest question that was not asked yet; stays there. Null for none. */
        @Nullable
        Message question();

        /** It was asked. */
        void asked();

        void onAnswer(Message answer);

        /** Whoever was asked is gone, and answers nothing any more. */
        void onGone();
    }

    private final Client client;

    public Inquirer(Client client) {
        this.client = client;
    }

    @Override
    public boolean attach(Pipe pipe) {
        return true;
    }

    @Override
    public void connected(Pipe pipe) {
        // In this order: whoever finds no pipe to signal to has added its question before.
        client.onThere(pipe);
        ask(pipe);
        readable(pipe);
    }

    private void ask(Pipe pipe) {
        for (Message question; (question = client.question()) != null; ) {
            if (!pipe.tryWrite(question)) {
                return;
            }
            client.asked();
        }
    }

    @Override
    public void writable(Pipe pipe) {
        if (pipe.peer() != null) {
            ask(pipe);
        }
    }

    @Override
    public void readable(Pipe pipe) {
        for (Message answer; (answer = pipe.tryRead()) != null; ) {
            client.onAnswer(answer);
        }
    }

    @Override
    public void left(Pipe pipe) {
        client.onGone();
    }

    @Override
    public void detach(Pipe pipe) {}

    @Override
    public boolean trySend(Message message) {
        throw new UnsupportedOperationException("questions are fetched");
    }

    @Override
    public @Nullable Message tryReceive(@Nullable Peer @Nullable [] senders, int at) {
        return null;
    }

    @Override
    public boolean wantsLinger() {
        return false;
    }

    @Override
    public boolean canSend() {
        return false;
    }

    @Override
    public boolean canReceive() {
        return false;
    }
}
