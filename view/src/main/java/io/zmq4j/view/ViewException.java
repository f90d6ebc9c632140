package io.zmq4j.view;

import java.io.IOException;

/** A process cannot be seen, or not now. The message is a sentence for people that says why. */
public final class ViewException extends IOException {
    private static final long serialVersionUID = 1L;

    public ViewException(String sentence) {
        super(sentence);
    }

    public ViewException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
