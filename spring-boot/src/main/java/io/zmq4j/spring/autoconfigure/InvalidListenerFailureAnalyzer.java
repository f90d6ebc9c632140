package io.zmq4j.spring.autoconfigure;

import io.zmq4j.spring.listener.InvalidListenerException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says of a method that cannot be a listener what is wrong with it. */
final class InvalidListenerFailureAnalyzer extends AbstractFailureAnalyzer<InvalidListenerException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidListenerException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Change the method, its @ZmqListener, or the sockets under zmq4j.sockets, so that they fit.",
                cause);
    }
}
