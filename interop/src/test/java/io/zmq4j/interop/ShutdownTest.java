package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Receiver;
import io.zmq4j.options.SocketOptions;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a context does when its JVM is ended by a signal. */
class ShutdownTest {
    @RegisterExtension
    final Rig rig = new Rig();

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void aSignalEndsLoopsLetsCallsReturnAndLosesNothing(String signal, int exitCode) {
        var results = rig.context().pull();
        results.set(SocketOptions.RCVHWM, 10);
        String endpoint = results.bind("tcp://127.0.0.1:*").uri();
        var push = rig.context().push();
        try (var child = new ChildJvm(ShutdownProgram.class, "true", "128m")) {
            child.say(endpoint);
            push.connect(child.await("bound "));
            push.send("bad");
            push.send("work");
            child.await("WARNING: a handler of the messages of ");
            child.await("handling");
            child.signal(signal);
            child.await("ending");
            child.say("go on");

            assertThat(child.await("over ")).as("messages handled, and failed").isEqualTo("2 1");
            for (int i = 0; i < ShutdownProgram.MESSAGES; i++) {
                assertThat(next(results)).isEqualTo(Integer.toString(i));
            }
            assertThat(next(results)).isEqualTo("handled");
            assertThat(child.awaitExit()).isEqualTo(exitCode);
        }
    }

    private static String next(Receiver receiver) {
        return receiver.receive(Rig.PATIENCE).map(message -> message.text(0)).orElse("nothing");
    }
}
