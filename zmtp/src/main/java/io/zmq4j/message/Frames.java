package io.zmq4j.message;

import java.util.AbstractList;
import java.util.RandomAccess;

/** The frames of a message as a list; each is made when it is asked for. */
final class Frames extends AbstractList<Frame> implements RandomAccess {
    private final Message message;

    Frames(Message message) {
        this.message = message;
    }

    @Override
    public Frame get(int index) {
        return message.frame(index);
    }

    @Override
    public int size() {
        return message.frameCount();
    }
}
