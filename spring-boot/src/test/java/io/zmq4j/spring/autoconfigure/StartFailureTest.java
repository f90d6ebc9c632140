package io.zmq4j.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.Context;
import io.zmq4j.PullSocket;
import io.zmq4j.message.Message;
import io.zmq4j.spring.Application;
import io.zmq4j.spring.ZmqListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

/** A start that fails says which property, or which method, is wrong and what to do. */
@ExtendWith(OutputCaptureExtension.class)
class StartFailureTest {
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({ZmqAutoConfiguration.class, ZmqListenerAutoConfiguration.class})
    static class Shop {}

    static class Unknown {
        @ZmqListener("aks")
        void take(String text) {}
    }

    static class Answering {
        @ZmqListener("in")
        String take(String text) {
            return text;
        }
    }

    static class NoCodec {
        @ZmqListener("in")
        void take(StringBuilder text) {}
    }

    static class Nothing {
        @ZmqListener("in")
        void take() {}
    }

    static class Several {
        @ZmqListener(socket = "rep", concurrency = "2")
        void take(Message request) {}
    }

    static class NoHandler {
        @ZmqListener(socket = "in", errorHandler = "nobody")
        void take(Message request) {}
    }

    static class NoNumber {
        @ZmqListener(socket = "in", concurrency = "many")
        void take(Message request) {}
    }

    static class Undead {
        @ZmqListener(socket = "in", deadLetters = "rep")
        void take(Message request) {}
    }

    static class Sender {
        @ZmqListener("out")
        void take(Message request) {}
    }

    static class Twice {
        @ZmqListener("in")
        void one(Message message) {}

        @ZmqListener("in")
        void two(Message message) {}
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            options.RCVHMW=5        | .options.RCVHMW         | There is no socket option RCVHMW; the nearest are RCVHWM | Name an option
            options.RCVHWM=many     | .options.RCVHWM         | "many" is not an integer                                  | most received messages
            options.RCVHWM=-1       | .options.RCVHWM         | RCVHWM = -1 messages is not allowed                       | most received messages
            options.REQ_RELAXED=1   | .options.REQ_RELAXED    | not an option of PULL sockets; it is one of REQ           | Leave it out
            bind=tcp://nowhere      | .bind                   | tcp://nowhere                                             | Give an endpoint
            connect[1]=bad          | .connect                | bad                                                       | Give an endpoint
            subscribe=tea           | .subscribe              | a PULL does not subscribe                                 | Leave it out
            security.role=server    | .security               | it names no mechanism                                     | Name a mechanism
            security.mechanism=TLS  | .security               | there is no such mechanism; there are NULL, PLAIN         | Name a mechanism
            """)
    void aWrongPropertyIsNamedWithWhatToDo(
            String property, String name, String reason, String action, CapturedOutput output) {
        String first = property.startsWith("connect") ? "--zmq4j.sockets.in.connect[0]=inproc://good" : "--none";

        assertThatThrownBy(() -> start("--zmq4j.sockets.in.type=pull", first, "--zmq4j.sockets.in." + property));

        assertThat(output.getOut() + output.getErr())
                .contains("APPLICATION FAILED TO START", "The property zmq4j.sockets.in" + name)
                .contains("cannot be used: ", reason, action);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zmq4j.sockets.in.type=ruter        | there is no socket type ruter
            zmq4j.sockets.in.bind=inproc://a   | it is missing
            zmq4j.options.nonsense=1           | There is no socket option nonsense
            zmq4j.options.linger=soon          | "soon" is not a duration in milliseconds
            zmq4j.authenticator.plain-passwords=/not/there | the passwords in /not/there cannot be read
            zmq4j.authenticator.curve-keys=/not/there      | /not/there
            zmq4j.sokets.in.type=pull          | zmq4j.sokets.in.type
            zmq4j.sockets.in.binds=inproc://a  | sockets.in.binds
            """)
    void aWrongNameOrValueOfAnotherPropertyIsNamed(String property, String reason, CapturedOutput output) {
        assertThatThrownBy(() -> start("--" + property));

        assertThat(output.getOut() + output.getErr()).contains("APPLICATION FAILED TO START", reason, "Action:");
    }

    @Test
    void aSecretIsNotShown(CapturedOutput output) {
        assertThatThrownBy(() -> start(
                "--zmq4j.sockets.in.type=pull",
                "--zmq4j.sockets.in.security.mechanism=plain",
                "--zmq4j.sockets.in.security.username=anna",
                "--zmq4j.sockets.in.security.passwort=open sesame"));

        assertThat(output.getOut() + output.getErr())
                .contains("PLAIN has the settings role=server, or username and password")
                .doesNotContain("sesame");
    }

    @Test
    void nothingStaysOpenOfAStartThatFailed() {
        Application.plain()
                .withPropertyValues(
                        "zmq4j.sockets.good.type=pull",
                        "zmq4j.sockets.good.bind=ipc:///tmp/zmq4j-start-failure-"
                                + ProcessHandle.current().pid(),
                        "zmq4j.sockets.wrong.type=pull",
                        "zmq4j.sockets.wrong.bind=nonsense")
                .run(application -> {
                    assertThat(application).hasFailed();
                    try (var context = Context.create();
                            PullSocket again = context.pull()) {
                        assertThat(again.bind("ipc:///tmp/zmq4j-start-failure-"
                                        + ProcessHandle.current().pid()))
                                .isNotNull();
                    }
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Unknown   | Unknown.take cannot listen: there is no socket "aks"; there are [in, out, rep]
            Answering | Answering.take cannot listen: it returns something, which a PULL cannot send back
            NoCodec   | NoCodec.take cannot listen: there is no codec for java.lang.StringBuilder
            Nothing   | Nothing.take cannot listen: it has no parameter
            Several   | Several.take cannot listen: concurrency is 2: a REP answers one request after the other
            NoHandler | NoHandler.take cannot listen: there is no bean "nobody" that is a ZmqErrorHandler
            NoNumber  | NoNumber.take cannot listen: concurrency is "many": a number from 1 to 999999 is allowed
            Undead    | Undead.take cannot listen: its dead letters cannot go to "rep", a REP
            Sender    | Sender.take cannot listen: a PUSH receives nothing
            Twice     | listens to the same socket: each message would come to one of them alone
            """)
    void aMethodThatCannotListenIsNamed(String listener, String sentence) throws ClassNotFoundException {
        ApplicationContextRunner runner = Application.plain()
                .withBean(Class.forName(StartFailureTest.class.getName() + "$" + listener))
                .withPropertyValues(
                        "zmq4j.sockets.in.type=pull", "zmq4j.sockets.out.type=push", "zmq4j.sockets.rep.type=rep");

        runner.run(application -> {
            assertThat(application).hasFailed();
            var analysis = new InvalidListenerFailureAnalyzer().analyze(application.getStartupFailure());
            assertThat(analysis).isNotNull();
            assertThat(analysis.getDescription()).contains(sentence);
        });
    }

    private static void start(String... arguments) {
        var application = new SpringApplication(Shop.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.run(arguments).close();
    }
}
